"""Observations as CSV: the same rows, streamed, harmless in a spreadsheet."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client

from indicators.models import Unit, Vintage
from tests.integration.api import builders
from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db


def rows(address: str, **headers: str) -> list[dict[str, str]]:
    response: Any = Client().get(address, headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_and_json_tell_the_same(seeded: None, api: Api) -> None:
    told = {row["key"]: row for row in api.get("observations/?limit=1000")["results"]}
    read = rows("/api/v1/observations/", accept="text/csv")
    assert [row["key"] for row in read] == list(told)
    for row in read:
        same = told[row["key"]]
        for name in ("value", "canonical", "stated_on", "unit", "release"):
            assert row[name] == same[name]
        assert (row["revised"] == "true") == same["revised"]


def test_all_vintages_are_in_one_cell(seeded: None) -> None:
    [level] = rows("/api/v1/observations/?format=csv&series=RD_EXP.CHN.A.NBS&period=2023")
    assert level["vintages"] == "2024-02-29=3327.8;2024-10-02=3335.71"
    [in_may] = rows("/api/v1/observations/?format=csv&series=RD_EXP.CHN.A.NBS&period=2023&as_of=2024-05-01")
    assert (in_may["value"], in_may["vintages"]) == ("3327.8", "2024-02-29=3327.8")


def test_without_a_limit_everything_is_streamed() -> None:
    builders.observations(builders.series(), 2300)
    read = rows("/api/v1/observations/?format=csv&fields=key,value&indicator=STEEL_PROD")
    assert len({row["key"] for row in read}) == 2300
    assert list(read[0]) == ["key", "value"]


def test_a_page_of_csv_links_to_the_next() -> None:
    builders.observations(builders.series(), 5)
    response: Any = Client().get("/api/v1/observations/?format=csv&limit=3&indicator=STEEL_PROD")
    assert len(b"".join(response.streaming_content).splitlines()) == 4
    following = response["Link"].partition(">")[0].removeprefix("<")
    assert len(rows(following)) == 2


def test_no_cell_is_taken_for_a_formula() -> None:
    [observation] = builders.observations(builders.series(), 1)
    Unit.objects.filter(code="t").update(code="=1+1")
    Vintage.objects.bulk_create(
        [
            Vintage(
                observation=observation,
                release=builders.release(),
                value="-3.5",
                stated_on=date(2024, 4, 1),
                change_kind="revision",
            )
        ]
    )
    [row] = rows("/api/v1/observations/?format=csv&indicator=STEEL_PROD")
    assert (row["unit"], row["value"]) == ("'=1+1", "-3.5")
