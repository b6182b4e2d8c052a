"""The numbers beside the choices: each is what remains when it is chosen."""

from datetime import UTC, datetime
from typing import Any

import pytest

from articles.search.finding import EVERYWHERE, find
from articles.search.scope import Scope
from tests.newsroom import JANUARY, MARCH, a_keyword, an_article, published

pytestmark = pytest.mark.django_db
BODY = "<p>Tariffs fell.</p>"


def counted(scope: Scope = EVERYWHERE, at: datetime = MARCH) -> dict[str, int]:
    return {each.slug: each.number for each in find("tariff", scope, at=at).facets.keywords}


def remaining(slug: str, scope: Scope = EVERYWHERE, at: datetime = MARCH) -> int:
    chosen = Scope(scope.language, slug, scope.publication, scope.year, scope.state)
    return find("tariff", chosen, at=at).total


def ports_and_harbours() -> None:
    ports = a_keyword("Ports")
    sea = a_keyword("Seaports", parent=ports)
    a_keyword("Deep seaports", parent=sea)
    a_keyword("Trade")
    for n, names in enumerate(
        [("Ports",), ("Seaports", "Trade"), ("Deep seaports",), ("Ports", "Deep seaports"), ("Trade",)]
    ):
        published(an_article(BODY, keywords=names, issued=f"{2020 + n % 2}-01-15"))


def test_a_keyword_counts_the_articles_of_everything_narrower_each_once() -> None:
    ports_and_harbours()
    assert counted() == {"ports": 4, "seaports": 3, "deep-seaports": 2, "trade": 2}


def test_the_commonest_comes_first_after_what_is_narrower_has_been_counted() -> None:
    for _ in range(2):
        published(an_article(BODY, keywords=("Trade",)))
    a_keyword("Seaports", parent=a_keyword("Ports"))
    published(an_article(BODY, keywords=("Ports",)))
    for _ in range(2):
        published(an_article(BODY, keywords=("Seaports",)))
    assert list(counted()) == ["ports", "seaports", "trade"]


@pytest.mark.parametrize("scope", [EVERYWHERE, Scope(year=2020), Scope(language="en")])
def test_each_number_is_what_remains_when_the_keyword_is_chosen(scope: Scope) -> None:
    ports_and_harbours()
    assert counted(scope)
    assert counted(scope) == {slug: remaining(slug, scope) for slug in counted(scope)}


def test_an_earlier_day_counts_what_was_public_then() -> None:
    a_keyword("Seaports", parent=a_keyword("Ports"))
    published(an_article(BODY, keywords=("Ports",)), at=JANUARY)
    published(an_article(BODY, keywords=("Seaports",)), at=MARCH)
    assert counted(at=datetime(2025, 2, 1, tzinfo=UTC)) == {"ports": 1}


def test_what_is_narrower_costs_one_query_whatever_the_tree(django_assert_max_num_queries: Any) -> None:
    above = None
    for n in range(12):
        above = a_keyword(f"Term {n}", parent=above)
        published(an_article(BODY, keywords=(f"Term {n}",)))
    with django_assert_max_num_queries(10):
        assert counted()["term-0"] == 12
