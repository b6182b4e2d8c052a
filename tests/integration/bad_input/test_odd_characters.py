"""Control characters and turned directions: what is stored and shown is plain, what Urdu needs stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from articles.editions.models import Edition
from articles.workflow.actions import withdraw
from articles.workflow.models import Transition
from articles.writing.models import Article
from taxonomy.models import Keyword
from tests.integration.bad_input.conftest import Posted
from tests.newsroom import FEBRUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db

TURNED = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
EVIL = "Trade \u202egnp.exe\u2069\x07"
URDU = "پاک\u200cچین \u200f(CPEC)\u200f"


def test_a_title_cannot_turn_the_words_around_it(save: Posted) -> None:
    article = an_article()
    save(article, title=EVIL, standfirst=f"One{TURNED}\nTwo\x1b", body=f"<p>Text{TURNED}</p>")
    stored = Article.objects.get()
    assert stored.title == "Trade gnp.exe"
    assert stored.standfirst.splitlines() == ["One", "Two"]
    assert stored.body == "<p>Text</p>"


def test_what_urdu_needs_reaches_the_reader(save: Posted, client: Client) -> None:
    article = an_article()
    save(article, title=URDU, language="ur")
    edition = published(Article.objects.get())
    page = client.get(edition.get_absolute_url()).content.decode()
    assert URDU in page


def test_no_public_page_carries_a_turned_direction(save: Posted, client: Client) -> None:
    article = an_article(slug="steel")
    save(article, title=EVIL, standfirst=EVIL, rights=EVIL, printed_citation=EVIL)
    published(Article.objects.get())
    published(Article.objects.get(), at=FEBRUARY, kind="correction", note=f"Mended {EVIL}")
    for address in ("/articles/steel/", "/articles/", "/", "/feed.atom", "/api/v1/articles/steel/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not set(answer.content.decode()) & set(TURNED), address
    assert Edition.objects.get(number=2).public_note == "Mended Trade gnp.exe"


def test_titles_are_set_apart_from_the_words_around_them(
    save: Posted, client: Client, at_desk: Client
) -> None:
    article = an_article(title=URDU, language="ur")
    page = at_desk.get("/admin/articles/article/").content.decode()
    cell = page[page.index('class="field-heading') :]
    before = cell[: cell.index(URDU)].rpartition("<")[2]
    assert 'dir="rtl"' in before
    assert article.title == URDU


def test_a_reason_is_plain_wherever_it_is_kept() -> None:
    article = an_article()
    published(article)
    assert withdraw(article, by=None, at=MARCH, reason=f"Because {EVIL}").reason == "Because Trade gnp.exe"
    assert Transition.objects.latest("pk").reason == "Because Trade gnp.exe"


@pytest.mark.parametrize(
    "make", [Keyword.objects.create, lambda **row: Keyword.objects.bulk_create([Keyword(**row)])]
)
def test_a_keyword_is_plain_on_every_way_in(db: None, make: Callable[..., Any]) -> None:
    make(slug="odd", name=f"{EVIL}", scope_note=f"{EVIL}\nmore")
    stored = Keyword.objects.get(slug="odd")
    assert (stored.name, stored.scope_note) == ("Trade gnp.exe", "Trade gnp.exe\nmore")


@pytest.mark.parametrize("name", ["title", "standfirst", "pasted_keywords"])
def test_a_zero_byte_gets_a_sentence(save: Posted, name: str) -> None:
    article = an_article("<p>Stored.</p>")
    page = save(article, **{name: "a\x00b", "body": "<p>Mine.</p>"})
    assert page.status_code == 200
    assert "Null characters are not allowed." in page.content.decode()
    assert "Mine." in page.content.decode()
