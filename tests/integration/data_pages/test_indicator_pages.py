"""The page of an indicator tells what each source stated, when, and who quotes it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from indicators.catalogue.models import Indicator, Release
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from tests.newsroom import JANUARY, a_release, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _contact_is_known(client: Client) -> None:
    client.get("/contact/")


def page(client: Client, address: str = "/indicators/CARS/") -> str:
    response = client.get(address)
    assert response.status_code == 200, response
    return str(response.content.decode())


def two_sources() -> None:
    stated(a_series("CARS"), "2023", "9.443", date(2024, 2, 29))
    stated(a_series("CARS", source="CLUB"), "2023", "9.587", date(2024, 1, 11))


def test_sources_that_disagree_stand_side_by_side_and_are_never_averaged(client: Client) -> None:
    two_sources()
    text = page(client)
    assert "they disagree: by 144,000 vehicles in 2023" in text
    assert "9.443" in text
    assert "9.587" in text
    assert "9.515" not in text
    assert "CLUB states more than STAT for 2023" in text


def test_values_stand_as_printed(client: Client) -> None:
    stated(a_series("CARS"), "2023", "54.0")
    text = page(client)
    assert "54.0" in text
    assert "54.00" not in text


def test_a_qualified_value_is_not_compared(client: Client) -> None:
    two_sources()
    series = a_series("CARS", source="CLUB")
    newer = Vintage(
        observation=series.observations.get(), release=a_release(series.source), value=Decimal(9), unit_mult=6,
        qualifier="more_than", stated_on=date(2025, 1, 10), change_kind="revision",
    )  # fmt: skip
    record_vintages([newer], at=JANUARY)
    text = page(client)
    assert "more than 9 million" in text
    assert "disagree" not in text
    assert "What each source states for 2023" in text


def test_a_revision_shows_both_values_and_the_day(client: Client) -> None:
    series = a_series("CARS")
    stated(series, "2023", "3327.8", date(2024, 2, 29))
    stated(series, "2023", "3335.71", date(2024, 10, 2))
    text = page(client)
    assert "from 3,327.8 million vehicles to 3,335.71 million vehicles, on 2 October 2024" in text
    before = page(client, "/indicators/CARS/?as_of=2024-05-01")
    assert "3,335.71" not in before
    assert "3,327.8" in before
    assert "Revised" not in before


def test_an_indicator_that_nobody_had_stated_by_then_says_so(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443", date(2024, 2, 29))
    text = page(client, "/indicators/CARS/?as_of=2020-01-01")
    assert "No source had stated a figure for this indicator by 1 January 2020" in text
    assert "<svg viewBox" not in text


def test_unknown_codes_are_404_and_other_cases_lead_to_the_right_one(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    assert client.get("/indicators/BIKES/").status_code == 404
    moved = client.get("/ur/indicators/cars/?as_of=2025-02-01")
    assert (moved.status_code, moved["Location"]) == (301, "/ur/indicators/CARS/?as_of=2025-02-01")


def test_a_malformed_day_and_a_day_to_come_are_400(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    for address in ("/indicators/CARS/", "/indicators/", "/sources/stat/", "/keywords/"):
        assert client.get(f"{address}?as_of=soon").status_code == 400
        assert client.get(f"{address}?as_of=2999-01-01").status_code == 400


def test_only_current_editions_are_told_to_quote_it(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443", date(2024, 2, 29))
    mark = figure("9.443 million cars", "CARS.CHN.A.STAT:2023")
    published(an_article(f"<p>{mark}</p>", title="Now public"))
    an_article(f"<p>{mark}</p>", title="Still a draft")
    text = page(client)
    assert "Now public" in text
    assert "9.443 million cars" in text
    assert "Still a draft" not in text
    assert "Now public" not in page(client, "/indicators/CARS/?as_of=2024-12-31")


def test_an_unknown_address_and_a_missing_licence_are_said(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    Release.objects.update(url="")
    text = page(client)
    assert "address of the document unknown" in text
    assert "No release states one." in text


def test_the_published_change_stands_beside_the_level(client: Client) -> None:
    series = a_series("CARS")
    stated(series, "2023", "9.443", date(2024, 2, 29))
    change = a_series("CARS_GR", unit="percent")
    Indicator.objects.filter(code="CARS_GR").update(kind="change", base_indicator=series.indicator)
    stated(change, "2023", "30.3", date(2024, 2, 29), unit_mult=0)
    text = page(client)
    assert "up 30.3%" in text
    assert text.count('<figure class="chart"') == 2


def test_more_than_two_sources_are_drawn_apart_on_one_scale(client: Client) -> None:
    for source, value in (("A", "1"), ("B", "2"), ("C", "40")):
        stated(a_series("CARS", source=source), "2023", value)
    text = page(client)
    assert text.count('<figure class="chart"') == 3
    assert text.count(">40</text>") >= 3


@pytest.mark.parametrize("count", [10, 1000])
def test_the_page_asks_six_questions_whatever_was_stated(
    client: Client, django_assert_max_num_queries: object, count: int
) -> None:
    series = a_series("CARS")
    first = stated(series, "1000", "1")
    observations = [Observation(series=series, period=str(1001 + n)) for n in range(count)]
    made = Observation.objects.bulk_create(observations)
    Vintage.objects.bulk_create(
        Vintage(
            observation=each, release=first.release, value="5", unit_mult=6, stated_on=date(2025, 1, 10),
            recorded_at=datetime(2025, 1, 15, tzinfo=UTC),
        )
        for each in made
    )  # fmt: skip
    for address, most in (("/indicators/CARS/", 6), ("/indicators/", 5), ("/sources/stat/", 7)):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            page(client, address)


def test_the_list_gives_the_latest_value_of_each_source(client: Client) -> None:
    two_sources()
    text = page(client, "/indicators/")
    assert "9.443 million vehicles" in text
    assert "9.587 million vehicles" in text


def test_a_source_tells_its_releases_series_and_articles(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443", date(2024, 2, 29))
    published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2023')}</p>", title="Cars rise"))
    text = page(client, "/sources/stat/")
    assert "Office STAT" in text
    assert "Bulletin" in text
    assert "States no licence." in text
    assert "9.443 million vehicles" in text
    assert "Cars rise" in text
    assert "Bulletin" not in page(client, "/sources/stat/?as_of=2020-01-01")
    assert client.get("/sources/nobody/").status_code == 404


def test_a_text_that_prints_a_figure_over_and_over_is_told_of_once(client: Client) -> None:
    series = a_series("CARS")
    stated(series, "2023", "9.443", date(2024, 2, 29))
    mark = figure("9.443 million", "CARS.CHN.A.STAT:2023")
    rounded = figure("9.4 million", "CARS.CHN.A.STAT:2023")
    published(an_article(f"<p>{mark} {mark} {rounded} {mark}</p>", title="Cars rise"))
    quoted = page(client).partition('id="quoted"')[2].partition("</section>")[0]
    assert quoted.count("Cars rise") == 2
    assert "“9.4 million”" in quoted
    assert "#f1" in quoted
    assert "#f2" not in quoted
