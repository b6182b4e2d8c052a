"""The feed of a search: what the page finds, newest first, bounded, and kept."""

from datetime import timedelta
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.feeds import answering, found
from articles.workflow.actions import withdraw
from tests.newsroom import FEBRUARY, JANUARY, a_keyword, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


@pytest.fixture
def news() -> dict[str, Any]:
    """Two texts about steel, the older one all about it; one of another language; one about something else."""
    stated(a_series("CARS"), "2024", "9.443")
    a_keyword("Trade")
    older = an_article("<p>Steel, steel and steel.</p>", title="Steel", slug="steel", issued="2024-05-01")
    published(older, at=JANUARY)
    body = f"<p>Words, {figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars and steel.</p>"
    newer = an_article(body, title="Cars", slug="cars", issued="2025-01-15", keywords=("Trade",))
    published(newer, at=FEBRUARY)
    published(an_article("<p>Steel.</p>", title="钢 steel", slug="gang", language="zh-hans"), at=JANUARY)
    published(an_article("<p>Tea.</p>", title="Tea", slug="tea"), at=FEBRUARY)
    return {"steel": older, "cars": newer}


def titles(query: str, client: Client | None = None, place: str = "/search/feed.json") -> list[str]:
    told = (client or Client()).get(f"{place}?{query}").json()
    return [item["title"] for item in told["items"]]


def test_the_feed_has_what_the_page_finds_newest_first(news: dict[str, Any]) -> None:
    assert titles("q=steel") == ["Cars", "钢 steel", "Steel"]
    assert titles("q=steel -cars") == ["钢 steel", "Steel"]
    assert titles('q="steel and steel"') == ["Steel"]
    assert titles("q=9.443") == ["Cars"]


def test_it_is_narrowed_as_the_page_is(news: dict[str, Any]) -> None:
    assert titles("q=steel&language=en") == ["Cars", "Steel"]
    assert titles("q=steel&keyword=trade") == ["Cars"]
    assert titles("q=steel&keyword=nothing") == []
    assert titles("q=steel&year=2024") == ["Steel"]
    assert titles("q=steel&state=holds") == ["Cars"]
    assert titles("q=steel&state=revised") == []
    assert titles("q=steel&state=what&year=-1&utm_source=x") == ["Cars", "钢 steel", "Steel"]


def test_it_is_as_of_a_day_if_asked(news: dict[str, Any]) -> None:
    assert titles("q=steel&as_of=2025-01-31") == ["钢 steel", "Steel"]
    assert Client().get("/search/feed.atom?q=steel&as_of=tomorrow").status_code == 400
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert Client().get(f"/search/feed.atom?q=steel&as_of={tomorrow}").status_code == 400


def test_what_is_not_public_is_not_found(news: dict[str, Any]) -> None:
    an_article("<p>Steel.</p>", title="A draft about steel")
    published(
        an_article("<p>Steel.</p>"), at=timezone.now(), published_at=timezone.now() + timedelta(hours=1)
    )
    withdraw(news["cars"], by=None, at=timezone.now(), reason="Permission was taken back.")
    assert titles("q=steel") == ["钢 steel", "Steel"]


@pytest.mark.parametrize(
    "query", ["", "q=", "q=%20", "q=the", "q=%00%0d%0a", "q=" + "x" * 5000, "q=<b>%26\"'"]
)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_any_question_gives_a_feed_without_complaint(news: dict[str, Any], query: str, form: str) -> None:
    answer = Client().get(f"/search/feed.{form}?{query}")
    assert answer.status_code == 200
    read: Any = feedparser.parse(answer.content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.entries == []


def test_it_names_itself_without_what_belongs_to_the_page_alone(news: dict[str, Any]) -> None:
    told = Client().get("/ur/search/feed.json?page=3&sort=newest&q=steel&language=en&utm_source=x").json()
    assert told["feed_url"] == "http://testserver/ur/search/feed.json?q=steel&language=en"
    assert told["home_page_url"] == "http://testserver/ur/search/?q=steel&language=en"
    assert told["language"] == "ur"
    assert "steel" in told["title"]


def test_the_page_leads_to_it(news: dict[str, Any]) -> None:
    page = Client().get("/search/?q=steel&language=en&sort=newest").content.decode()
    for form, mime in (("atom", "atom+xml"), ("rss", "rss+xml"), ("json", "feed+json")):
        address = f"feed.{form}?q=steel&amp;language=en"
        assert f'<a href="{address}">' in page
        assert f'<link rel="alternate" type="application/{mime}" href="{address}" title="steel">' in page
    assert "feed.atom?" not in Client().get("/search/").content.decode()


def test_it_has_so_many_entries_and_asks_so_many_questions(
    news: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(found, "LENGTH", 2)
    assert titles("q=steel") == ["Cars", "钢 steel"]
    with django_assert_max_num_queries(10):
        Client().get("/search/feed.atom?q=steel&keyword=trade&state=holds&language=en")
    assert answering.LENGTH == 50


def test_it_is_kept_until_something_changes(
    news: dict[str, Any], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first = Client().get("/search/feed.atom?q=steel")
    with django_assert_max_num_queries(2):
        again = Client().get("/search/feed.atom?q=steel", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    published(an_article("<p>Steel.</p>", title="More steel", slug="more"), at=timezone.now())
    assert titles("q=steel")[0] == "More steel"


def test_programs_that_search_are_not_to_list_it(news: dict[str, Any]) -> None:
    assert Client().get("/search/feed.atom?q=steel")["X-Robots-Tag"] == "noindex"
