"""Scale, periods and the day of knowledge are chosen by links, and the choice is kept in the address."""

import re
from datetime import date

import pytest
from django.test import Client

from indicators.catalogue.models import Area, Release
from tests.integration.data_pages.charting import a_revised_indicator
from tests.newsroom import a_series, stated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _figures(client: Client) -> None:
    client.get("/contact/")
    a_revised_indicator()


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/indicators/CARS/{query}")
    assert response.status_code == 200, response
    return str(response.content.decode())


def current(text: str) -> list[str]:
    """The choices that are marked as the present ones."""
    return re.findall(r'<a [^>]*data-tune[^>]*aria-current="true">([^<]+)</a>', text)


def test_without_a_choice_everything_is_shown_in_a_linear_scale(client: Client) -> None:
    text = page(client)
    assert current(text) == ["Linear", "All", "Today"]
    assert "2014: STAT" in text
    assert 'aria-label="2023, STAT: 33.35 million vehicles, revised from 33.27 million vehicles"' in text
    assert 'class="was w1"' in text


def test_the_choice_is_kept_by_every_link_and_by_the_form(client: Client) -> None:
    text = page(client, "?scale=log&from=2019&as_of=2024-05-01")
    assert current(text) == ["Logarithmic", "Last 5 years", "29 Feb 2024"]
    assert "logarithmic scale" in text
    assert "2018" not in text.split('id="charts"')[1].split('id="vintages"')[0].split("</nav>")[1]
    assert 'href="?from=2019&amp;as_of=2024-05-01"' in text
    assert 'href="?scale=log&amp;from=2019&amp;as_of=2024-10-02"' in text
    assert '<input type="hidden" name="scale" value="log">' in text
    assert '<input type="hidden" name="as_of" value="2024-05-01">' in text
    assert "chart.png?chart=CARS.CHN.A.STAT&amp;scale=log&amp;from=2019&amp;as_of=2024-05-01" in text


@pytest.mark.parametrize(
    "query",
    [
        "?scale=loud",
        "?from=x",
        "?to=99999",
        "?from=2020&to=2015",
        "?from=2020%00",
        "?chart=%00",
    ],
)
def test_a_choice_that_is_not_understood_is_ignored(client: Client, query: str) -> None:
    assert current(page(client, query)) == ["Linear", "All", "Today"]


def test_a_range_that_is_not_understood_is_said_to_be_none(client: Client) -> None:
    for query in ("?from=2020&to=2015", "?from=x", "?to=2019-13", "?from=May+2019"):
        assert 'id="misread"' in page(client, query)
    for query in ("", "?from=2016", "?from=&to=", "?from=+2016+&to=2020"):
        assert 'id="misread"' not in page(client, query)


@pytest.mark.parametrize("typed", ["٢٠٢٠", "۲۰۲۰", "２０２０"])
def test_a_year_may_be_typed_in_the_digits_of_any_script(client: Client, typed: str) -> None:
    text = page(client, f"?from={typed}")
    assert '<input id="from" name="from" value="2020"' in text
    assert "2019: STAT" not in text


def test_one_of_several_areas_is_chosen_by_a_link_that_keeps_the_rest(client: Client) -> None:
    stated(a_series("CARS", area="PAK"), "2023", "0.4", date(2024, 2, 29))
    text = page(client, "?from=2019")
    assert current(text)[0] == "All"
    assert 'href="?from=2019&amp;area=PAK"' in text
    chosen = page(client, "?from=2019&area=PAK")
    assert current(chosen)[0] == "Pakistan"
    assert "CARS.PAK.A.STAT" in chosen
    assert "CARS.CHN.A.STAT" not in chosen
    assert '<input type="hidden" name="area" value="PAK">' in chosen
    assert "chart.png?chart=CARS.PAK.A.STAT&amp;from=2019&amp;area=PAK" in chosen
    assert "embed/?from=2019&amp;amp;area=PAK" in chosen


@pytest.mark.parametrize("area", ["XXX", "", "%00", "CHN%27--"])
def test_an_area_that_is_none_is_ignored(client: Client, area: str) -> None:
    stated(a_series("CARS", area="PAK"), "2023", "0.4", date(2024, 2, 29))
    text = page(client, f"?area={area}")
    assert current(text)[0] == "All"
    assert "CARS.PAK.A.STAT" in text


def test_of_very_many_areas_one_is_chosen_from_a_list_and_the_tables_are_short(client: Client) -> None:
    areas = Area.objects.exclude(code="CHN").order_by("code").values_list("code", flat=True)[:11]
    for area in areas:
        for year in range(2000, 2024):
            stated(a_series("CARS", area=area), str(year), "1.5", date(2024, 2, 29))
    text = page(client)
    assert text.count("<option ") == 13
    assert "and 6 more" in text
    assert text.count('<th scope="row">') == 10 + 11 * 12
    assert "12 earlier periods are in the CSV file." in text
    one = page(client, f"?area={areas[0]}")
    assert f'<option value="{areas[0]}" selected>' in one
    assert one.count('<th scope="row">') == 24


def test_a_malformed_day_is_400_on_every_address(client: Client) -> None:
    for address in ("", "chart.svg", "chart.png", "embed/", "cite.ris", "figures.xlsx"):
        assert client.get(f"/indicators/CARS/{address}?as_of=soon").status_code == 400
        assert client.get(f"/indicators/CARS/{address}?as_of=2999-01-01").status_code == 400


def test_a_range_without_figures_says_so_and_leads_back(client: Client) -> None:
    text = page(client, "?from=1950&to=1960&as_of=2024-05-01")
    assert "No figure in this range of periods." in text
    assert 'href="?as_of=2024-05-01" data-tune="all"' in text
    assert '<svg viewBox="0 0 360' not in text


def test_the_days_on_which_something_was_stated_lead_there_and_back(client: Client) -> None:
    early = page(client, "?as_of=2024-05-01")
    assert re.findall(r'data-day="([^"]+)"', early) == ["2024-02-29", "2024-10-02"]
    assert "33.35" not in early
    assert current(early)[-1] == "29 Feb 2024"
    assert re.search(r'href="\?"[^>]*>Today<', early)


def test_a_negative_value_leaves_no_logarithmic_scale_to_choose(client: Client) -> None:
    stated(a_series("CARS"), "2013", "-4.0")
    text = page(client)
    assert "Logarithmic" not in text
    assert "logarithmic scale" not in page(client, "?scale=log")


def test_twenty_areas_are_small_multiples_with_the_name_of_each(client: Client) -> None:
    for area in ("PAK", "IND", "DEU"):
        stated(a_series("CARS", area=area), "2023", "1.5")
    text = page(client)
    assert text.count('<figure class="chart"') == 4
    assert "<b>Pakistan: 1.5 million vehicles in 2023</b>" in text


def test_the_next_release_is_told_and_that_it_is_late(client: Client) -> None:
    newest = Release.objects.order_by("-published_on").first()
    assert newest is not None
    Release.objects.filter(pk=newest.pk).update(next_release_on=date(2025, 2, 28))
    assert "28 February 2025" in page(client)
    assert "not yet in this library" in page(client)
    assert "not yet in this library" not in page(client, "?as_of=2025-02-01")
    assert "28 February 2025" not in page(client, "?as_of=2024-05-01")


def test_years_of_days_are_described_by_their_telling_values(client: Client) -> None:
    for n in range(61):
        stated(a_series("YEARS"), str(1900 + n), f"{n + 1}.0", unit_mult=0)
    text = client.get("/indicators/YEARS/").content.decode()
    desc = re.findall(r"<desc[^>]*>([^<]*)</desc>", text)[0]
    assert "STAT, 61 values: 1900 1.0; 1960 61.0; lowest 1900 1.0; highest 1960 61.0." in desc
