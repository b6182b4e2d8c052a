"""Pages by cursor: complete, both ways, and unmoved by what is added."""

from itertools import chain

import pytest

from tests.integration.api import builders
from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "order", ["-first_published_at", "first_published_at", "title", "-title", "-published_at"]
)
def test_articles_are_read_completely_both_ways(api: Api, order: str) -> None:
    builders.articles(23)
    address = f"articles/?limit=5&ordering={order}"
    onwards = api.pages(address)
    assert [len(page) for page in onwards] == [5, 5, 5, 5, 3]
    slugs = [row["slug"] for row in chain(*onwards)]
    assert slugs == sorted(slugs, reverse=order.startswith("-"))
    last = address
    while following := api.get(last)["next"]:
        last = following
    backwards = api.pages(last, follow="previous")
    assert list(reversed(backwards)) == onwards


@pytest.mark.parametrize("order", ["series", "-series", "period", "-period"])
def test_observations_are_read_completely_both_ways(api: Api, order: str) -> None:
    for area in ("PAK", "CHN"):
        builders.observations(builders.series(area=area), 7)
    everything = [row["key"] for row in api.get(f"observations/?limit=1000&ordering={order}")["results"]]
    address = f"observations/?limit=4&ordering={order}"
    onwards = api.pages(address)
    assert [row["key"] for row in chain(*onwards)] == everything
    assert len(everything) == 14
    last = address
    while following := api.get(last)["next"]:
        last = following
    assert list(reversed(api.pages(last, follow="previous"))) == onwards


def test_a_page_is_unmoved_by_what_is_published_meanwhile(api: Api) -> None:
    builders.articles(6)
    first = api.get("articles/?limit=3")
    builders.articles(4, start=10)
    second = api.get(first["next"])
    assert [row["slug"] for row in first["results"] + second["results"]] == [
        f"story-{n:04}" for n in (5, 4, 3, 2, 1, 0)
    ]
    assert second["next"] is None
    assert [row["slug"] for row in api.get(second["previous"])["results"]] == [
        f"story-{n:04}" for n in (5, 4, 3)
    ]


def test_a_cursor_belongs_to_its_list_and_ordering(api: Api) -> None:
    builders.articles(3)
    cursor = api.get("articles/?limit=1")["next"].partition("cursor=")[2]
    assert api.get(f"articles/?limit=1&cursor={cursor}")["results"]
    assert api.get(f"articles/?limit=1&ordering=title&cursor={cursor}", 400)["parameter"] == "cursor"
    assert api.get(f"keywords/?cursor={cursor}", 400)["parameter"] == "cursor"
    assert api.get(f"articles/?cursor={cursor[:-2]}", 400)["parameter"] == "cursor"


def test_fields_choose_members(api: Api) -> None:
    builders.articles(1)
    assert api.get("articles/?fields=slug,title")["results"] == [
        {"slug": "story-0000", "title": "Story 0000"}
    ]
    builders.observations(builders.series(), 1)
    assert api.get("observations/?fields=key,value")["results"] == [
        {"key": "STEEL_PROD.PAK.M.PBS:1900-01", "value": "0.50"}
    ]


def test_links_keep_what_was_asked(api: Api) -> None:
    builders.articles(3)
    following = api.get("articles/?limit=1&language=en&fields=slug")["next"]
    assert "language=en" in following
    assert list(api.get(following)["results"][0]) == ["slug"]


def test_pages_are_fifty_rows_unless_asked(api: Api) -> None:
    builders.articles(120)
    assert len(api.get("articles/")["results"]) == 50
    assert len(api.get("articles/?limit=100")["results"]) == 100
