"""Series that are odd: without a value, broken, below zero, beyond measure."""

from datetime import date

import pytest
from django.test import Client

from indicators.observations.models import Vintage
from tests.newsroom import a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2024, 2, 29), date(2024, 10, 2)


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/indicators/CARS/{query}")
    assert response.status_code == 200, response
    return str(response.content.decode())


def without_values(*years: int) -> None:
    for year in years:
        missing = stated(a_series("CARS"), str(year), "1", FIRST)
        Vintage.objects.filter(pk=missing.pk).update(value=None, status="M")


def broken_in(year: int) -> None:
    Vintage.objects.filter(observation__period=str(year)).update(status="B")


def test_what_has_no_value_has_no_axis_no_frame_and_no_invented_numbers(client: Client) -> None:
    without_values(2021, 2022)
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
    for year in range(2014, 2024):
        stated(a_series("CARS"), str(year), f"{year - 2010}.5", FIRST)
    assert "Up from 4.5 million vehicles in 2014" in page(client)
    broken_in(2020)
    assert "Up from 10.5 million vehicles in 2020 to 13.5 million vehicles in 2023" in page(client)
    broken_in(2023)
    assert "13.5 million vehicles in 2023" in page(client)
    assert "Up from" not in page(client)


def test_an_article_that_quotes_is_reached_on_the_day_that_is_read(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2023')}</p>", slug="sales"))
    assert 'href="/articles/sales/#f1"' in page(client)
    assert 'href="/articles/sales/?as_of=2025-02-01#f1"' in page(client, "?as_of=2025-02-01")
