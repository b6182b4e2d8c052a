"""Related articles: chosen when an article is published, shown only while readers have them."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.contact.current import contact, forget_contact
from articles.related.choosing import relate
from articles.related.models import Related
from articles.related.showing import SHOWN
from articles.related.weighing import KEPT
from articles.workflow.actions import cancel_schedule, withdraw
from articles.workflow.ending import plan_end
from articles.workflow.rescheduling import reschedule
from articles.writing.models import Article, ArticleKeyword
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_keyword, an_article, published

pytestmark = pytest.mark.django_db
ENTRY = re.compile(r'<li[^>]*><a href="(/[^"?]*articles/[^"?]*)(\?as_of=[^"]*)?">')


@pytest.fixture(autouse=True)
def _contact_is_kept(db: None) -> None:
    forget_contact()
    contact()


def related(address: str = "/articles/steel/") -> list[str]:
    """The addresses of related articles on a page."""
    text = Client().get(address).content.decode()
    _, found, rest = text.partition('<section class="sec" id="related">')
    return [each[0] for each in ENTRY.findall(rest.partition("</section>")[0])] if found else []


def an_article_of(slug: str, *keywords: str, at: datetime = JANUARY, **fields: Any) -> Article:
    article = an_article(slug=slug, title=slug.title(), keywords=keywords, **fields)
    published(article, at=at)
    return article


@pytest.fixture
def steel() -> Article:
    return an_article_of("steel", "China", "Steel")


def test_the_rarest_keyword_in_common_comes_first(steel: Article) -> None:
    for n in range(3):
        an_article_of(f"china-{n}", "China")
    an_article_of("iron", "Steel")
    assert related()[0] == "/articles/iron/"
    assert len(related()) == 4
    assert "/articles/steel/" in related("/articles/iron/")


def test_an_article_without_anything_in_common_has_no_such_section(steel: Article) -> None:
    an_article_of("fish", "Fish")
    assert related() == related("/articles/fish/") == []
    assert "<!--related-->" not in Client().get("/articles/fish/").content.decode()


def test_a_withdrawn_article_is_gone_at_once_and_back_when_it_is_published_again(steel: Article) -> None:
    iron = an_article_of("iron", "Steel")
    tag = Client().get("/articles/steel/").headers["ETag"]
    withdraw(iron, by=None, at=FEBRUARY, reason="Wrong.")
    assert related() == []
    assert Client().get("/articles/steel/", headers={"If-None-Match": tag}).status_code == 200
    published(iron, at=MARCH, kind="update", note="Right now.")
    assert related() == ["/articles/iron/"]


def test_drafts_and_articles_in_the_trash_are_nowhere(steel: Article) -> None:
    an_article(slug="draft", keywords=("Steel",))
    an_article(slug="trash", keywords=("Steel",), trashed_at=FEBRUARY)
    call_command("recompile", verbosity=0)
    assert related() == []


def test_the_clock_alone_shows_and_hides(steel: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    begins, ends = now + timedelta(days=1), now + timedelta(days=3)
    coming = an_article(slug="coming", keywords=("Steel",))
    published(coming, at=now, published_at=begins)
    plan_end(coming, ends_at=ends, reason="The contract ends.", by=None, at=now)
    second = timedelta(seconds=1)
    for moment, shown in ((begins - second, False), (begins, True), (ends - second, True), (ends, False)):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert related() == ["/articles/coming/"] * shown


def test_a_scheduled_article_that_is_moved_or_cancelled(steel: Article) -> None:
    now = timezone.now()
    coming = an_article(slug="coming", keywords=("Steel",))
    published(coming, at=now, published_at=now + timedelta(days=1))
    tag = Client().get("/articles/steel/").headers["ETag"]
    reschedule(coming, published_at=now + timedelta(days=2), by=None, at=now)
    assert related() == []
    cancel_schedule(coming, by=None, at=now)
    assert Client().get("/articles/steel/").headers["ETag"] == tag


def test_a_keyword_of_a_scheduled_further_edition_tells_of_nothing_before_its_time(
    steel: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    fish = an_article_of("fish", "Fish")
    ArticleKeyword.objects.create(article=fish, keyword=a_keyword("Steel"), position=1)
    coming = now + timedelta(days=1)
    published(fish, at=now, published_at=coming, kind="update", note="Steel too.")
    reschedule(fish, published_at=coming, by=None, at=now)
    assert related() == related("/articles/fish/") == []
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=2))
    assert related("/articles/fish/") == ["/articles/steel/"]
    call_command("recompile")
    assert related() == ["/articles/fish/"]


def test_as_of_a_day_only_what_was_published_by_then_and_links_stay_in_the_day(steel: Article) -> None:
    an_article_of("early", "Steel", at=JANUARY)
    an_article_of("late", "Steel", at=MARCH)
    day = "?as_of=2025-02-01"
    assert related(f"/articles/steel/{day}") == ["/articles/early/"]
    assert f'href="/articles/early/{day}"' in Client().get(f"/articles/steel/{day}").content.decode()
    assert related() == ["/articles/late/", "/articles/early/"]


def test_a_new_title_is_shown_and_escaped(steel: Article) -> None:
    iron = an_article_of("iron", "Steel")
    iron.title = "Iron <b>& ore"
    iron.save()
    published(iron, at=FEBRUARY, kind="update", note="Title")
    assert "Iron &lt;b&gt;&amp; ore</a>" in Client().get("/articles/steel/").content.decode()


def test_the_page_stays_one_query_and_shows_few(
    steel: Article, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(KEPT + 3):
        an_article_of(f"iron-{n}", "Steel")
    Client().get("/articles/steel/")
    with django_assert_num_queries(1):
        assert len(related()) == SHOWN
    with django_assert_num_queries(1):
        Client().get("/articles/steel/?as_of=2025-02-01")
    assert Related.objects.filter(edition__slug="steel").count() == KEPT


def test_relating_costs_the_same_whatever_there_is(steel: Article) -> None:
    costs = []
    for n in range(2):
        for m in range(1 + 8 * n):
            other = an_article_of(f"iron-{n}-{m}", "Steel", "China")
        with CaptureQueriesContext(connection) as queries:
            relate(other.editions.get(), at=FEBRUARY)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 20


def test_recompiling_brings_weights_up_to_date_once(
    steel: Article, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(4):
        an_article_of(f"iron-{n}", "Steel", "China")
    call_command("recompile")
    before = list(Related.objects.order_by("edition", "article").values_list("edition", "article", "weight"))
    capsys.readouterr()
    call_command("recompile")
    assert capsys.readouterr().out.startswith("0 of 5")
    after = list(Related.objects.order_by("edition", "article").values_list("edition", "article", "weight"))
    assert before == after != []
