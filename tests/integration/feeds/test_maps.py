"""Maps of the site for programs that search, the favicon, and the hub that feeds name."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from PIL import Image

from articles.reading.finished import shelf
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import an_article, an_image, published

pytestmark = pytest.mark.django_db
NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read(address: str) -> ElementTree.Element:
    page = Client().get(address)
    assert page.status_code == 200, address
    assert page["Content-Type"] == "application/xml"
    return ElementTree.fromstring(page.content)  # noqa: S314 - our own


def locations(address: str) -> list[str]:
    return [str(each.text) for each in read(address).findall("url/loc", NAMES)]


@pytest.fixture
def steel() -> Article:
    article = an_article(title="Steel & <glass>", slug="steel", lead_image=an_image())
    published(article, at=timezone.now() - timedelta(hours=47))
    published(an_article(title="Old", slug="old"), at=timezone.now() - timedelta(hours=49))
    return article


def test_the_news_are_those_of_two_days(steel: Article) -> None:
    published(an_article(slug="coming"), at=timezone.now(), published_at=timezone.now() + timedelta(hours=1))
    an_article(slug="a-draft")
    published(an_article(title="钢", slug="gang", language="zh-hans"), at=timezone.now())
    assert locations("/sitemap-news.xml") == [
        "http://testserver/zh-hans/articles/gang/",
        "http://testserver/articles/steel/",
    ]
    told = read("/sitemap-news.xml").findall("url/news:news", NAMES)
    assert [each.findtext("news:publication/news:language", "", NAMES) for each in told] == ["zh-cn", "en"]
    assert told[1].findtext("news:title", "", NAMES) == "Steel & <glass>"
    assert told[1].findtext("news:publication/news:name", "", NAMES) == "CPEC Library"
    assert "+05:00" in told[1].findtext("news:publication_date", "", NAMES)
    withdraw(steel, by=None, at=timezone.now(), reason="Wrong.")
    assert locations("/sitemap-news.xml") == ["http://testserver/zh-hans/articles/gang/"]


def test_an_article_comes_with_its_picture_and_its_translations(steel: Article, client: Client) -> None:
    published(an_article(title="فولاد", slug="faulad", language="ur", translation_of=steel))
    (entry,) = [each for each in read("/sitemap-articles.xml") if "/articles/steel/" in str(each[0].text)]
    picture = entry.findtext("image:image/image:loc", "", NAMES)
    assert picture.startswith("http://testserver/media/images/")
    assert _bytes(client.get(picture.removeprefix("http://testserver"))).startswith(b"\xff\xd8")
    links = {each.get("hreflang"): each.get("href") for each in entry.findall("xhtml:link", NAMES)}
    assert links == {
        "en": "http://testserver/articles/steel/",
        "ur": "http://testserver/ur/articles/faulad/",
    }


def test_every_part_can_be_read_and_every_page_in_it_opened(steel: Article, client: Client) -> None:
    parts = [str(each.text) for each in read("/sitemap.xml").findall("sitemap/loc", NAMES)]
    assert len(parts) == 7
    for part in parts:
        for address in locations(part.removeprefix("http://testserver")):
            assert client.get(address.removeprefix("http://testserver")).status_code == 200, address
    rules = client.get("/robots.txt").content.decode()
    for name in ("sitemap.xml", "sitemap-news.xml"):
        assert f"Sitemap: http://testserver/{name}\n" in rules
    assert client.get("/sitemap-articles.xml?p=9").status_code == 404
    assert client.get("/sitemap-articles.xml?p=x").status_code == 404


@pytest.mark.parametrize(
    ("address", "kind", "sizes"),
    [
        ("/favicon.ico", "image/x-icon", {(16, 16), (32, 32), (48, 48)}),
        ("/apple-touch-icon.png", "image/png", {(180, 180)}),
    ],
)
def test_the_picture_of_the_site_is_where_programs_look(
    client: Client, address: str, kind: str, sizes: set[tuple[int, int]]
) -> None:
    # First, since closing an answer closes the connection to the database.
    assert address in client.get("/").content.decode()
    answer: Any = client.get(address)
    assert answer["Content-Type"] == kind
    assert answer["Cache-Control"] == "public, max-age=86400"
    with Image.open(BytesIO(_bytes(answer))) as picture:
        assert picture.info.get("sizes", {picture.size}) == sizes


def _bytes(answer: Any) -> bytes:
    data = b"".join(answer.streaming_content)
    answer.close()
    return data


def test_feeds_name_the_hub_of_the_site_if_it_has_one(steel: Article, settings: LazySettings) -> None:
    def links(address: str) -> dict[str, str]:
        return {
            each["rel"]: each["href"] for each in feedparser.parse(Client().get(address).content).feed.links
        }

    for address in ("/feed.atom", "/feed.rss", "/corrections/revised.atom"):
        assert links(address).get("self") == f"http://testserver{address}"
        assert "hub" not in links(address)
        assert Client().get(address)["Link"] == f'<http://testserver{address}>; rel="self"'
    assert "hubs" not in Client().get("/feed.json").json()
    settings.WEBSUB_HUB = "https://hub.example.org/"
    shelf.clear()
    for address in ("/feed.atom", "/feed.rss", "/corrections/revised.rss"):
        assert links(address)["hub"] == "https://hub.example.org/"
        assert '<https://hub.example.org/>; rel="hub"' in Client().get(address)["Link"]
    assert Client().get("/feed.json").json()["hubs"] == [
        {"type": "WebSub", "url": "https://hub.example.org/"}
    ]
    # A past day never changes: there is nothing to wait for.
    assert "hub" not in links("/feed.atom?as_of=2025-01-01")
