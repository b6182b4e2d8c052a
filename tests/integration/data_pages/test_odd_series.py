"""Series that are odd: without a value, broken, below zero, beyond measure."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from tests.newsroom import JANUARY, a_release, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
FIRST = date(2024, 2, 29)


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/indicators/CARS/{query}")
    assert response.status_code == 200, response
    return str(response.content.decode())


def with_status(year: int, status: str, value: str | None = None) -> None:
    """What the source states about a year that is no normal value."""
    series = a_series("CARS")
    observation, _made = Observation.objects.get_or_create(series=series, period=str(year))
    number = None if value is None else Decimal(value)
    vintage = Vintage(
        observation=observation,
        release=a_release(series.source, FIRST),
        value=number,
        unit_mult=6,
        decimals=1,
        status=status,
        stated_on=FIRST,
        change_kind="first",
    )
    record_vintages([vintage], at=JANUARY)


def test_what_has_no_value_has_no_axis_no_frame_and_no_invented_numbers(client: Client) -> None:
    with_status(2021, "M")
    with_status(2022, "M")
    text = page(client)
    assert "<svg viewBox" not in text
    assert "It has stated no value." in text
    assert "No value has been stated yet, so there is nothing to draw." in text
    assert "oembed" not in text
    assert 'id="embed"' not in text
    assert 'id="table"' in text
    assert '<th scope="row"><bdi>2021</bdi></th>' in text
    for address in ("chart.svg", "chart.png", "embed/"):
        assert client.get(f"/indicators/CARS/{address}").status_code == 404
    asked = {"url": "http://testserver/indicators/CARS/"}
    assert client.get("/oembed", asked).status_code == 404


def test_one_observation_is_drawn_and_told(client: Client) -> None:
    stated(a_series("CARS"), "2023", "12.5", FIRST)
    text = page(client)
    assert "12.5 million vehicles in 2023" in text
    assert text.count('class="pt"') >= 1


def test_nothing_is_compared_across_a_break(client: Client) -> None:
    for year in range(2014, 2020):
        stated(a_series("CARS"), str(year), f"{year - 2010}.5", FIRST)
    assert "Up from 4.5 million vehicles in 2014" in page(client)
    with_status(2020, "B", "30.5")
    assert "30.5 million vehicles in 2020" in page(client)
    assert "Up from" not in page(client)
    stated(a_series("CARS"), "2021", "31.5", FIRST)
    assert "Up from 30.5 million vehicles in 2020 to 31.5 million vehicles in 2021" in page(client)


def test_a_minus_stands_before_its_number_where_words_run_from_right_to_left(client: Client) -> None:
    for year, value in ((2022, "-12.5"), (2023, "-19.9")):
        stated(a_series("CARS"), str(year), value, FIRST)
    html = str(client.get("/ur/indicators/CARS/").content.decode())
    assert html.count("\u2066−19.9\u2069 ملین") >= 3
    assert "\u2066" not in page(client)


def test_an_article_that_quotes_is_reached_on_the_day_that_is_read(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2023')}</p>", slug="sales"))
    assert 'href="/articles/sales/#f1"' in page(client)
    assert 'href="/articles/sales/?as_of=2025-02-01#f1"' in page(client, "?as_of=2025-02-01")
