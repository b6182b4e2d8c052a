"""Articles by words: best first, by pages, with the other filters."""

from itertools import chain

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Edition
from articles.search.indexing import index_edition
from tests.integration.api import builders
from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db


def searchable(count: int) -> list[Edition]:
    editions = builders.articles(count)
    for n, edition in enumerate(editions):
        edition.standfirst = "Basalt " * (n + 1)
        index_edition(edition, [])
    return editions


def test_the_seed_is_found_by_its_words(seeded: None, api: Api) -> None:
    assert len(api.get("articles/?q=productive+forces")["results"]) == 1
    assert len(api.get("articles/?q=productive+forces&keyword=china&year=2024")["results"]) == 1
    assert api.get("articles/?q=productive+forces&year=2023")["results"] == []
    assert api.get("articles/?q=zebra")["results"] == []
    assert api.get("articles/?q=productive&as_of=2024-03-30")["results"] == []


def test_what_is_found_is_read_completely_both_ways(api: Api) -> None:
    searchable(11)
    address = "articles/?q=basalt&limit=4"
    onwards = api.pages(address)
    assert [len(page) for page in onwards] == [4, 4, 3]
    assert len({row["slug"] for row in chain(*onwards)}) == 11
    last = address
    while following := api.get(last)["next"]:
        last = following
    assert list(reversed(api.pages(last, follow="previous"))) == onwards


def test_what_is_found_can_be_ordered_otherwise(api: Api) -> None:
    searchable(3)
    found = api.get("articles/?q=basalt&ordering=title&limit=2")
    assert [row["slug"] for row in found["results"]] == ["story-0000", "story-0001"]
    assert [row["slug"] for row in api.get(found["next"])["results"]] == ["story-0002"]


def test_relevance_needs_words(api: Api) -> None:
    assert api.get("articles/?ordering=relevance", 400)["parameter"] == "ordering"


def test_a_search_costs_three_queries(api: Api) -> None:
    searchable(5)
    with CaptureQueriesContext(connection) as asked:
        first = api.response("articles/?q=basalt&keyword=steel&language=en")
    assert len(asked) <= 3
    again = api.response("articles/?q=basalt&keyword=steel&language=en", **{"if-none-match": first["ETag"]})
    assert again.status_code == 304
