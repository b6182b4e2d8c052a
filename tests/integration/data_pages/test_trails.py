"""Beside a figure stands how it came to be what it is: the periods before, as known on the day."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.reading.trails import PERIODS, trails
from indicators.catalogue.models import Series
from tests.integration.data_pages.charting import a_revised_indicator
from tests.newsroom import FEBRUARY, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
TODAY = date(2025, 2, 1)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def series(code: str = "CARS", *values: str, first: int = 2020) -> Series:
    found = a_series(code)
    for n, value in enumerate(values):
        stated(found, str(first + n), value)
    return found


def test_the_list_of_indicators_draws_the_years_before(client: Client) -> None:
    a_revised_indicator()
    text = page(client, "/indicators/")
    assert "<title>From 2.5 million in 2014 to 33.35 million in 2023</title>" in text
    assert "<bdi>2014</bdi><bdi>2023</bdi>" in text
    before = page(client, "/indicators/?as_of=2024-05-01")
    assert "to 33.27 million in 2023" in before


def test_the_figures_of_the_week_are_drawn_up_to_what_was_printed(client: Client) -> None:
    quoted = series("CARS", "4", "5", "6")
    published(an_article(f"<p>{figure('5 million', f'{quoted.code}:2021')} cars.</p>"))
    week = page(client, "/").partition("Figures of the week")[2]
    assert "<title>From 4 million in 2020 to 5 million in 2021</title>" in week
    assert "6 million" not in week.partition("</section>")[0]


def test_each_of_two_sources_is_drawn_by_its_name(client: Client) -> None:
    series("CARS", "4", "5")
    club = a_series("CARS", source="CLUB")
    stated(club, "2020", "3")
    stated(club, "2021", "4")
    text = page(client, "/indicators/")
    assert text.count('class="spark"') == 2
    assert '<bdi class="of">CLUB</bdi>' in text


def test_a_single_value_is_no_trail_and_a_missing_one_is_a_gap() -> None:
    series("CARS", "4")
    ships = series("SHIPS", "4", "9", "5")
    stated(ships, "2021", None, TODAY, at=FEBRUARY, change_kind="withdrawal")
    found = trails([("CARS.CHN.A.STAT", "2020"), ("SHIPS.CHN.A.STAT", "2022")], TODAY, "en")
    (trail,) = found.values()
    assert trail.values[1] is None
    assert (trail.start, trail.end) == ("2020", "2022")


def test_a_trail_is_no_longer_than_a_year_of_months() -> None:
    long = series("CARS", *(str(n) for n in range(30)), first=1990)
    (trail,) = trails([(long.code, "2019")], TODAY, "en").values()
    assert len(trail.values) == PERIODS
    assert trail.start == "2008"


def test_scales_that_a_source_changed_are_brought_together() -> None:
    cars = a_series("CARS")
    stated(cars, "2020", "900", unit_mult=3)
    stated(cars, "2021", "1.8", unit_mult=6)
    (trail,) = trails([(cars.code, "2021")], TODAY, "en").values()
    assert trail.values == [900_000, 1_800_000]
    assert trail.told == "From 900 thousand in 2020 to 1.8 million in 2021"


def test_one_question_is_asked_however_many_indicators_there_are(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ends = []
    for n in range(12):
        each = series(f"CARS{n}", "4", "5", "6")
        ends.append((each.code, "2022"))
    with django_assert_max_num_queries(1):
        assert len(trails(ends, TODAY, "en")) == 12
    with django_assert_max_num_queries(0):
        assert trails([], TODAY, "en") == {}
    page(client, "/contact/")
    with django_assert_max_num_queries(5):
        assert page(client, "/indicators/").count('class="spark"') == 12
