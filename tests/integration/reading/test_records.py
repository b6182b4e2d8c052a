"""The archive, corrections, the feed and the front page: what each of them tells, and as of which day."""

from datetime import UTC, date, datetime

import feedparser
import pytest
from django.test import Client

from tests.newsroom import FEBRUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


def test_the_archive_goes_by_the_site_s_own_calendar(client: Client) -> None:
    published(an_article(title="Night desk"), at=datetime(2025, 1, 31, 20, tzinfo=UTC))
    assert "Night desk" in client.get("/archive/2025/02/").content.decode()
    assert "Night desk" not in client.get("/archive/2025/01/").content.decode()
    assert "/archive/2025/02/" in client.get("/archive/").content.decode()
    assert client.get("/archive/2025/13/").status_code == 404
    assert client.get("/archive/1/1/").status_code == 404


def test_corrections_are_kept_apart_from_revisions(client: Client) -> None:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    body = f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"
    article = an_article(body, title="Cars", slug="cars")
    published(article)
    published(article, at=FEBRUARY, kind="correction", note="The firm is named rightly.")
    stated(cars, "2024", "9.5", on=date(2025, 3, 10), at=MARCH)
    text = client.get("/corrections/").content.decode()
    revised, _, ours = text.partition('id="ours"')
    assert "9.5 million" in revised
    assert 'href="/articles/cars/#f1"' in revised
    assert "The firm is named rightly." in ours
    assert "Correction." in ours
    earlier = client.get("/corrections/?as_of=2025-02-01").content.decode()
    assert "9.5 million" not in earlier
    assert "The firm is named rightly." not in earlier


def test_the_front_page_tells_what_is_new(client: Client) -> None:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    body = f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"
    published(an_article(body, title="Cars", slug="cars", keywords=("Trade",)))
    stated(cars, "2024", "9.5", on=date(2025, 3, 10), at=MARCH)
    text = client.get("/").content.decode()
    assert '<h1><a href="/articles/cars/">Cars</a></h1>' in text
    assert "1 figure: 1 revised since" in text
    assert "revised to 9.5 million" in text
    assert '<a href="/keywords/trade/">Trade</a>' in text
    then = client.get("/?as_of=2025-02-01").content.decode()
    assert "9.5 million" not in then
    assert "1 figure: 1 holds" in then


def test_the_feed_is_valid_atom(client: Client) -> None:
    published(an_article(title="Cars & trucks", slug="cars", standfirst="<b>Bold</b>", keywords=("Trade",)))
    answer = client.get("/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    (entry,) = feed.entries
    assert entry.title == "Cars & trucks"
    assert entry.link.endswith("/articles/cars/")
    assert entry.published.startswith("2025-01-15")
    assert [tag.term for tag in entry.tags] == ["Trade"]
    assert not feedparser.parse(client.get("/ur/feed.atom").content).entries
