"""The index of keywords by letter, and what a keyword is often found with."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.reading import keyword_index
from articles.reading.finished import shelf
from articles.workflow.actions import withdraw
from taxonomy.models import Keyword, KeywordLabel, Status
from tests.newsroom import FEBRUARY, JANUARY, a_keyword, an_article, published

pytestmark = pytest.mark.django_db


def text_of(address: str) -> str:
    page = Client().get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def labelled(name: str, language: str, text: str) -> None:
    KeywordLabel.objects.create(keyword=a_keyword(name), language=language, role="preferred", text=text)


def headings(address: str) -> list[str]:
    return [
        part.partition("</h2>")[0]
        for part in text_of(address).partition('class="by-letter"')[2].split("<h2>")[1:-4]
    ]


def companions(address: str) -> list[str]:
    part = text_of(address).partition("<h2>Often with</h2>")[2].partition("</ul>")[0]
    return [each.partition(">")[2].partition("</a>")[0] for each in part.split("<a ")[1:]]


def test_the_index_by_letter_goes_by_the_language_of_the_page() -> None:
    for name, urdu, chinese in (
        ("Trade", "تجارت", "贸易"),
        ("China", "چین", "中国"),
        ("Tariffs", "ٹیرف", "关税"),
    ):
        labelled(name, "ur", urdu)
        labelled(name, "zh-hans", chinese)
    a_keyword("Candidate", status=Status.CANDIDATE)
    assert headings("/keywords/?by=letter") == ["C", "T"]
    assert headings("/ur/keywords/?by=letter") == ["ت", "ٹ", "چ"]
    assert headings("/zh-hans/keywords/?by=letter") == ["丨", "八", "貝"]
    assert "Candidate" not in text_of("/keywords/?by=letter")
    assert 'href="/keywords/?by=letter"' in text_of("/keywords/")
    # What is no order is the tree.
    assert "As a tree</a>" in text_of("/keywords/?by=x")
    assert "by-letter" not in text_of("/keywords/?by=x")


def test_a_large_vocabulary_shows_one_letter_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyword_index, "SHOWN_AT_ONCE", 2)
    for name in ("Coal", "Copper", "Trade"):
        a_keyword(name)
    assert headings("/keywords/?by=letter") == ["C"]
    assert headings("/keywords/?by=letter&letter=T") == ["T"]
    assert headings("/keywords/?by=letter&letter=%F0%9F%99%82") == ["C"]
    assert "?by=letter&amp;letter=T" in text_of("/keywords/?by=letter")


def test_empty_indexes_say_so() -> None:
    for address in ("/keywords/", "/keywords/?by=letter"):
        assert "No keywords yet." in text_of(address)


def test_what_is_rarer_elsewhere_comes_first() -> None:
    for n in range(6):
        published(an_article(keywords=("China", "Steel") if n < 4 else ("China",)))
    for _ in range(2):
        published(an_article(keywords=("Trade", "China", "Ports")))
    published(an_article(keywords=("Trade", "China")))
    assert companions("/keywords/trade/") == ["Ports", "China"]
    assert companions("/keywords/steel/") == ["China"]


def test_what_is_not_public_or_not_accepted_is_not_counted() -> None:
    published(an_article(keywords=("Trade", "Ports")), at=JANUARY)
    gone = an_article(keywords=("Trade", "Secrets"))
    published(gone, at=JANUARY)
    withdraw(gone, by=None, at=FEBRUARY, reason="Wrong.")
    an_article(keywords=("Trade", "Drafts"))
    a_keyword("Unsure", status=Status.CANDIDATE)
    published(an_article(keywords=("Trade", "Unsure")), at=FEBRUARY)
    assert companions("/keywords/trade/") == ["Ports"]
    assert companions("/keywords/trade/?as_of=2025-01-01") == []
    assert "<h2>Often with</h2>" not in text_of("/keywords/trade/?as_of=2025-01-01")


def test_broader_and_narrower_terms_are_no_company() -> None:
    wide = a_keyword("Economy")
    a_keyword("Trade", parent=wide)
    a_keyword("Tariffs", parent=Keyword.objects.get(slug="trade"))
    published(an_article(keywords=("Economy", "Trade", "Tariffs", "Ports")))
    assert companions("/keywords/trade/") == ["Ports"]


def test_the_budget_of_a_keyword_does_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for count in (2, 12):
        for n in range(count):
            published(an_article(keywords=("Trade", f"Term {n}", f"Other {count} {n}")))
        for address, budget in (("/keywords/trade/", 11), ("/keywords/?by=letter", 4)):
            text_of(address)
            shelf.clear()
            with django_assert_max_num_queries(budget):
                text_of(address)
