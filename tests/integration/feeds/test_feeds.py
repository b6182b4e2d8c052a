"""Feeds beside lists: valid in each format, in one language, without what is not public."""

from html import unescape
from typing import Any

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Agent, Publication
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from taxonomy.merging import merge
from taxonomy.models import KeywordAlias
from tests.newsroom import JANUARY, a_keyword, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
PLACES = (
    "",
    "keywords/trade/",
    "keywords/economics/",
    "sources/stat/",
    "authors/khan/",
    "publications/daily-post/",
)


@pytest.fixture
def article() -> Article:
    stated(a_series("CARS"), "2024", "9.443")
    a_keyword("Trade", parent=a_keyword("Economics"))
    article = an_article(
        f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>",
        slug="cars",
        title="Cars & <trucks>",
        standfirst="More of them.",
        keywords=("Trade",),
        publication=Publication.objects.create(slug="daily-post", title="Daily Post"),
    )
    agent = Agent.objects.create(slug="khan", name="Amina Khan", family="Khan", given="Amina")
    article.contributions.create(agent=agent, role="author", position=1)
    published(article)
    return article


@pytest.mark.parametrize("place", PLACES)
def test_every_list_has_a_feed_in_three_formats(client: Client, article: Article, place: str) -> None:
    for form, version in (("atom", "atom10"), ("rss", "rss20")):
        read: Any = feedparser.parse(client.get(f"/{place}feed.{form}").content)
        assert not read.bozo
        assert read.version == version
        assert [(entry.title, entry.link) for entry in read.entries] == [
            ("Cars & <trucks>", "http://testserver/articles/cars/")
        ]
    told = client.get(f"/{place}feed.json").json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"http://testserver/{place}feed.json"
    (item,) = told["items"]
    assert (item["title"], item["content_text"], item["tags"]) == (
        "Cars & <trucks>",
        "More of them.",
        ["Trade"],
    )
    assert item["authors"] == [{"name": "Amina Khan"}]


@pytest.mark.parametrize("place", PLACES)
def test_a_feed_has_its_language_and_its_day(client: Client, article: Article, place: str) -> None:
    assert client.get(f"/ur/{place}feed.json").json()["items"] == []
    earlier = client.get(f"/{place}feed.json?as_of=2024-12-31")
    assert is_unnamed(earlier, place) or earlier.json()["items"] == []


def is_unnamed(answer: Any, place: str) -> bool:
    """Whoever has nothing public is told of by no feed, as by no page."""
    return place.startswith(("authors", "publications")) and answer.status_code == 404


@pytest.mark.parametrize("place", PLACES)
def test_what_is_not_public_is_in_no_feed_and_its_names_have_no_page(
    client: Client, article: Article, place: str
) -> None:
    withdraw(article, by=None, at=timezone.now(), reason="Permission was taken back.")
    feed = client.get(f"/{place}feed.json")
    if place.startswith(("authors", "publications")):
        assert is_unnamed(feed, place)
        assert client.get(f"/{place}").status_code == 404
    else:
        assert feed.json()["items"] == []


@pytest.mark.parametrize("place", PLACES[1:])
def test_a_page_leads_to_its_feeds(client: Client, article: Article, place: str) -> None:
    page = client.get(f"/{place}").content.decode()
    assert "Cars &amp; &lt;trucks&gt;" in page
    assert "feed.atom" in page.partition("</head>")[2]
    assert page.count('type="application/feed+json"') == 1


def test_who_follows_a_merged_or_renamed_keyword_is_led_to_its_present_feed(
    client: Client, article: Article
) -> None:
    old, kept = a_keyword("Commerce"), a_keyword("Trade")
    merge(old, kept, by=None, at=JANUARY)
    KeywordAlias.objects.create(slug="barter", keyword=kept)
    for slug in ("commerce", "barter"):
        for form in ("atom", "rss", "json"):
            answer = client.get(f"/ur/keywords/{slug}/feed.{form}?as_of=2025-02-01")
            assert answer.status_code == 301
            assert answer["Location"] == f"/ur/keywords/trade/feed.{form}?as_of=2025-02-01"
    assert client.get("/keywords/trade/feed.atom").status_code == 200


def test_no_such_feed(client: Client) -> None:
    for path in (
        "/feed.xml",
        "/authors/nobody/feed.atom",
        "/keywords/nothing/feed.rss",
        "/sources/none/feed.json",
    ):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("place", PLACES)
def test_a_feed_costs_few_queries(
    client: Client, article: Article, place: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        published(an_article(slug=f"more-{n}", keywords=("Trade",)))
    # What state the site is in, until when the clock changes nothing, and four for the feed.
    with django_assert_max_num_queries(6):
        client.get(f"/{place}feed.atom")


def test_the_map_of_the_site_names_what_is_public(client: Client, article: Article) -> None:
    an_article(slug="a-draft")
    whole = client.get("/sitemap.xml").content.decode()
    assert "http://testserver/sitemap-articles.xml" in whole
    listed = client.get("/sitemap-articles.xml").content.decode()
    assert "<loc>http://testserver/articles/cars/</loc>" in listed
    assert "a-draft" not in listed
    assert "/keywords/trade/" in client.get("/sitemap-keywords.xml").content.decode()
    assert "/indicators/CARS/" in client.get("/sitemap-indicators.xml").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert client.get("/sitemap-secrets.xml").status_code == 404


def test_a_standfirst_with_signs_of_html_is_read_as_it_was_written(client: Client) -> None:
    published(an_article(standfirst="Growth <b>fell</b> & 5 < 7."))
    for form in ("atom", "rss"):
        (entry,) = feedparser.parse(client.get(f"/feed.{form}").content, sanitize_html=False).entries
        assert entry.summary_detail.type == "text/html"
        assert unescape(entry.summary) == "Growth <b>fell</b> & 5 < 7."
        assert "<b>" not in entry.summary
    assert client.get("/feed.json").json()["items"][0]["content_text"] == "Growth <b>fell</b> & 5 < 7."
