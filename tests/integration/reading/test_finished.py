"""Finished pages: sent again without being rendered, and never when anything that they show has changed."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Agent
from articles.contact.models import Contact
from articles.editions.models import Edition
from articles.reading.finished import ROOM, Finished, Shelf, shelf
from articles.reading.site_state import Horizon, state_of_site
from articles.workflow.actions import withdraw
from articles.workflow.ending import plan_end
from articles.writing.models import Article
from indicators.models import Series
from taxonomy.models import Keyword, KeywordLabel
from tests.newsroom import a_keyword, a_series, an_article, an_editor, figure, published, stated

pytestmark = pytest.mark.django_db

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# Noon, so that an hour more is the same day; tomorrow's, so that for the database nothing has ended yet.
TODAY = timezone.localdate() + DAY
NOW = timezone.make_aware(datetime.combine(TODAY, time(12)))
KEPT = (
    "/",
    "/articles/",
    "/archive/",
    "/keywords/",
    "/keywords/?by=letter",
    "/keywords/trade/",
    "/corrections/",
)
FEEDS = ("/feed.atom", "/keywords/trade/feed.json", "/sitemap-articles.xml")


@pytest.fixture(autouse=True)
def cars(monkeypatch: pytest.MonkeyPatch) -> Article:
    at(NOW, monkeypatch)
    stated(a_series("CARS"), "2024", "9.4", TODAY - 40 * DAY, at=NOW - 40 * DAY)
    body = f"<p>Makers built {figure('9.4 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"
    article = an_article(body, slug="cars", title="Cars", keywords=("Trade",), section="Opinion")
    article.contributions.create(
        agent=Agent.objects.create(slug="khan", name="A. Khan"), role="author", position=1
    )
    published(article, at=NOW - 30 * DAY)
    return article


def text_of(address: str) -> str:
    return Client().get(address).content.decode()


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.mark.parametrize("address", [*KEPT, *FEEDS, "/authors/khan/", "/sections/opinion/", "/sources/stat/"])
def test_a_page_is_rendered_once_and_then_sent_again_for_one_query(
    address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = Client().get(address)
    with django_assert_num_queries(1):
        again = Client().get(address)
    assert again.content == first.content
    assert dict(again.items()) == dict(first.items())
    with django_assert_num_queries(1):
        assert Client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert Client().head(address).status_code == 200


def test_each_language_host_and_day_has_its_own() -> None:
    pages = {address: text_of(address) for address in ("/", "/ur/", "/zh-hans/", f"/?as_of={TODAY}")}
    assert len(set(pages.values())) == 4
    assert {address: text_of(address) for address in pages} == pages
    assert "http://testserver/" in text_of("/feed.atom")
    assert "http://localhost/" in Client(headers={"host": "localhost"}).get("/feed.atom").content.decode()


def renamed_label() -> None:
    KeywordLabel.objects.create(keyword=a_keyword("Trade"), language="ur", role="preferred", text="تجارت")


@pytest.mark.parametrize(
    ("change", "address", "gone", "there"),
    [
        (lambda: published(an_article(title="Newer"), at=NOW - HOUR), "/", "", "Newer"),
        (lambda: withdraw(Article.objects.get(), by=None, at=NOW, reason="Wrong."), "/", "Cars", ""),
        (
            lambda: withdraw(Article.objects.get(), by=None, at=NOW, reason="Wrong."),
            "/corrections/",
            "",
            "Wrong.",
        ),
        (
            lambda: stated(Series.objects.get(), "2024", "9.9", TODAY, at=NOW),
            "/",
            "1 holds",
            "1 revised since",
        ),
        (
            lambda: Keyword.objects.filter(slug="trade").update(name="Commerce"),
            "/keywords/trade/",
            "<h1>Trade</h1>",
            "<h1>Commerce</h1>",
        ),
        (renamed_label, "/ur/keywords/trade/", "", "تجارت"),
        (
            lambda: Agent.objects.update(name="B. Khan"),
            "/authors/khan/",
            "A. Khan</bdi></h1>",
            "B. Khan</bdi></h1>",
        ),
        (lambda: Contact.objects.create(site_name="Reading Room"), "/", "CPEC Library", "Reading Room"),
    ],
)
def test_what_changes_the_page_is_seen_at_once(
    change: Callable[[], object], address: str, gone: str, there: str
) -> None:
    before = Client().get(address)
    assert gone in before.content.decode()
    assert not there or there not in before.content.decode()
    change()
    after = Client().get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert there in after.content.decode()
    assert not gone or gone not in after.content.decode()


def test_what_is_scheduled_appears_when_its_time_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    published(an_article(title="Coming", section="Opinion"), at=NOW, published_at=NOW + HOUR)
    for address in ("/", "/articles/", "/feed.atom", "/sections/opinion/"):
        at(NOW, monkeypatch)
        assert "Coming" not in text_of(address)
        at(NOW + HOUR - timedelta(microseconds=1), monkeypatch)
        assert "Coming" not in text_of(address)
        at(NOW + HOUR, monkeypatch)
        assert "Coming" in text_of(address), address


def test_what_has_an_end_is_gone_when_it_comes(cars: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    plan_end(cars, ends_at=NOW + HOUR, reason="Permission ends.", by=None, at=NOW)
    assert "Cars" in text_of("/")
    # The clock of the database says what has ended, and may be ahead of ours: nothing is kept around that instant.
    edges = Horizon()
    assert edges.after(state_of_site(), NOW) == NOW + HOUR
    assert edges.after(state_of_site(), NOW + HOUR + timedelta(seconds=5)) == NOW + HOUR + timedelta(
        seconds=5
    )
    at(NOW + HOUR, monkeypatch)
    assert "Cars" not in text_of("/")


def test_midnight_makes_a_new_page(monkeypatch: pytest.MonkeyPatch) -> None:
    stated(Series.objects.get(), "2024", "9.9", TODAY + DAY, at=NOW + DAY)
    assert "1 holds" in text_of("/")
    at(NOW + DAY, monkeypatch)
    assert "1 revised since" in text_of("/")
    at(NOW, monkeypatch)
    assert "1 holds" in text_of("/")


def test_a_change_that_is_taken_back_leaves_the_page_as_it_was() -> None:
    before = text_of("/")
    with transaction.atomic():
        published(an_article(title="Never"), at=NOW - HOUR)
        assert "Never" in text_of("/")
        transaction.set_rollback(True)
    assert text_of("/") == before


def test_a_working_copy_changes_nothing_and_previews_are_never_kept(
    cars: Article, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page, state = text_of("/"), state_of_site()
    cars.title = "Private"
    cars.save()
    an_article(title="A draft")
    assert state_of_site() == state
    shelf.clear()
    assert text_of("/") == page
    shelf.clear()
    client = Client()
    client.force_login(an_editor())
    client.get("/admin/")
    preview = client.post("/admin/articles/frontpage/?language=en", {"do": "preview"})
    assert "no-store" in preview["Cache-Control"]
    assert "A preview" in preview.content.decode()
    assert not shelf._pages
    assert client.get("/").content.decode() == page


def test_a_long_question_is_answered_and_not_kept() -> None:
    assert Client().get("/", {"utm_source": "x" * 300}).status_code == 200
    assert not shelf._pages


def test_an_answer_that_is_no_page_is_not_kept() -> None:
    for address in ("/keywords/nothing/", "/articles/?before=x", "/archive/2025/13/"):
        assert Client().get(address).status_code in (400, 404)
    assert not shelf._pages


def test_the_shelf_lets_go_of_what_was_asked_for_longest_ago() -> None:
    small = Shelf()
    for n in range(12):
        small.keep((str(n),), Finished((), NOW, NOW + HOUR, "", (), bytes(ROOM // 10)))
        small.find(("0",), (), NOW)
    assert small._bytes <= ROOM
    assert small.find(("0",), (), NOW)
    assert small.find(("1",), (), NOW) is None
    small.keep(("large",), Finished((), NOW, NOW + HOUR, "", (), bytes(ROOM)))
    assert small.find(("large",), (), NOW) is None


def test_the_state_is_that_of_every_table_that_readers_see() -> None:
    for change in (
        lambda: Edition.objects.update(card_html="x"),
        lambda: Agent.objects.update(name="x"),
        lambda: Keyword.objects.update(scope_note="x"),
        lambda: Series.objects.update(note="x"),
    ):
        before = state_of_site()
        change()
        assert state_of_site() != before
