"""Terms are recognised by any label in any language, in a bounded number of queries; the rest is told apart."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from articles.writing.tagging import MOST_KEYWORDS, tag, terms_of
from taxonomy.models import Keyword, KeywordChange
from taxonomy.recognising import propose, recognise
from tests.integration.taxonomy.builders import a_keyword, a_label
from tests.newsroom import an_article, an_editor

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 1, tzinfo=UTC)


def test_any_label_in_any_language_names_a_keyword() -> None:
    china = a_keyword("China")
    for text, language, role in (
        ("中国", "zh-hans", "preferred"),
        ("چین", "ur", "preferred"),
        ("Chinna", "en", "hidden"),
    ):
        a_label(china, text, language, role)
    a_keyword("Cathay", status="deprecated")
    found = {
        each.term: each.keyword for each in recognise(["CHINA ", "中国", "چين", "chinna", "Cathay", "Mars"])
    }
    assert found == {
        "chinna": china,
        "中国": china,
        "چين": china,
        "CHINA ": china,
        "Cathay": None,
        "Mars": None,
    }


@pytest.mark.parametrize("n", [3, 800])
def test_the_number_of_queries_does_not_grow(
    n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Keyword.objects.bulk_create(Keyword(name=f"k {i}", slug=f"k-{i}", status="accepted") for i in range(n))
    with django_assert_num_queries(2):
        assert all(each.keyword for each in recognise([f"K {i}" for i in range(n)]))


def test_a_list_is_added_in_order_and_the_rest_waits_for_a_decision() -> None:
    article = an_article(keywords=("Trade",))
    china, here, there = a_keyword("China"), a_keyword("Georgia"), a_keyword("Georgia state")
    a_label(there, "Georgia")
    done = tag(article, ["Trade", "Mars", "China", "Georgia"], by=None, at=AT)
    assert done.added == [china]
    assert [each.term for each in done.already] == ["Trade"]
    assert [(each.term, [c.keyword for c in each.candidates]) for each in done.ambiguous] == [
        ("Georgia", [here, there])
    ]
    assert [each.term for each in done.unknown] == ["Mars"]
    choices = {"Georgia": str(there.pk), "Mars": "create"}
    done = tag(article, ["Mars", "Georgia"], choices=choices, by=an_editor(), at=AT)
    assert [k.name for k in done.added] == ["Mars", "Georgia state"]
    assert Keyword.objects.get(name="Mars").status == "candidate"
    assert KeywordChange.objects.get().verb == "propose"
    assert [row.keyword.name for row in article.keyword_rows.all()] == [
        "Trade",
        "China",
        "Mars",
        "Georgia state",
    ]


def test_a_choice_of_a_keyword_that_was_not_offered_counts_for_nothing() -> None:
    article, other = an_article(), a_keyword("Other")
    done = tag(article, ["Mars"], choices={"Mars": str(other.pk)}, by=None, at=AT)
    assert (done.added, len(done.unknown)) == ([], 1)


def test_an_article_carries_a_bounded_number() -> None:
    article = an_article(keywords=tuple(f"k{n}" for n in range(MOST_KEYWORDS)))
    a_keyword("China")
    with pytest.raises(ValidationError, match="at most 100"):
        tag(article, ["China"], by=None, at=AT)
    with pytest.raises(ValidationError, match="10000 keywords"):
        terms_of("\n".join(f"term {n}" for n in range(10_000)))


def test_addresses_of_proposed_keywords_are_free() -> None:
    a_keyword("China!", slug="china-2")
    a_keyword("Old china", slug="china")
    assert [k.slug for k in propose(["China", "？？a"], by=None, at=AT)] == ["china-3", "a"]
