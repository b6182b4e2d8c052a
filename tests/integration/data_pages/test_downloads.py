"""Downloads: the source's digits as text that no spreadsheet runs."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.test import Client

from indicators.catalogue.models import Release
from taxonomy.csv_text import text_cell
from tests.newsroom import a_series, stated

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(b"".join(response).decode())))


@pytest.fixture(autouse=True)
def _revised() -> None:
    series = a_series("CARS")
    stated(series, "2023", "3327.8", date(2024, 2, 29), unit_mult=9)
    stated(series, "2023", "3335.71", date(2024, 10, 2), unit_mult=9)
    stated(series, "2024", "-0.50", date(2024, 10, 2), unit_mult=0)


def test_figures_are_the_newest_known_on_the_day(client: Client) -> None:
    assert [row["value"] for row in rows(client, "/indicators/CARS/figures.csv")] == ["3335.71", "-0.50"]
    assert [row["value"] for row in rows(client, "/indicators/CARS/?format=csv")] == ["3335.71", "-0.50"]
    early = rows(client, "/indicators/CARS/figures.csv?as_of=2024-05-01")
    assert [(row["value"], row["value_in_full"]) for row in early] == [("3327.8", "3327800000000")]


def test_every_vintage_is_there(client: Client) -> None:
    found = rows(client, "/indicators/CARS/vintages.csv")
    assert [row["value"] for row in found] == ["3327.8", "3335.71", "-0.50"]
    assert [row["change"] for row in found] == ["first", "revision", "first"]


def test_text_is_no_formula_and_numbers_stay_numbers(client: Client) -> None:
    Release.objects.update(title="=HYPERLINK(1)")
    found = rows(client, "/indicators/CARS/figures.csv")
    assert {row["release_title"] for row in found} == {"'=HYPERLINK(1)"}
    assert found[1]["value"] == "-0.50"
    assert [text_cell(start + "x") for start in "=+-@"] == ["'=x", "'+x", "'-x", "'@x"]


def test_unknown_codes_and_days_to_come_have_no_file(client: Client) -> None:
    assert client.get("/indicators/NONE/figures.csv").status_code == 404
    assert client.get("/indicators/CARS/vintages.csv?as_of=2999-01-01").status_code == 400
