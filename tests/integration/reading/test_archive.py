"""Years, months and sections: what they list, as of which day, and what they say when they are empty."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import Edition
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion() -> Article:
    article = an_article(title="Steel", slug="steel", section="Op-Ed")
    published(article, at=JANUARY)
    published(an_article(title="Glass", slug="glass", section="op ed"), at=MARCH)
    published(an_article(title="Wheat", slug="wheat"), at=datetime(2023, 12, 31, 20, tzinfo=UTC))
    return article


def text_of(address: str) -> str:
    page = Client().get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def test_a_year_goes_by_the_site_s_own_calendar_and_names_its_months(opinion: Article) -> None:
    text = text_of("/archive/2025/")
    assert "Steel" in text
    assert "Wheat" not in text
    assert [text.count(f'href="/archive/2025/{month}/"') for month in ("01", "02", "03")] == [1, 0, 1]
    assert "Wheat" in text_of("/archive/2024/")
    assert "Steel" not in text_of("/archive/2024/")
    assert "Glass" not in text_of("/archive/2025/?as_of=2025-02-01")
    assert 'href="/archive/2025/01/?as_of=2025-02-01"' in text_of("/archive/2025/?as_of=2025-02-01")
    assert 'href="/archive/2025/"' in text_of("/archive/2025/03/")


def test_an_empty_year_says_so_and_is_not_indexed(opinion: Article) -> None:
    for address in ("/archive/2019/", "/archive/2025/07/"):
        text = text_of(address)
        assert "Nothing was first published here in" in text
        assert 'content="noindex, follow"' in text
    for address in ("/archive/0/", "/archive/12345/", "/archive/3000/", "/archive/2025/0/"):
        assert Client().get(address).status_code == 404, address


def test_a_section_gathers_what_newspapers_printed_under_one_name(opinion: Article) -> None:
    text = text_of("/sections/op-ed/")
    assert "<h1><bdi>op ed</bdi></h1>" in text
    assert ("Steel" in text, "Glass" in text, "Wheat" in text) == (True, True, False)
    assert "<h1><bdi>Op-Ed</bdi></h1>" in text_of("/sections/op-ed/?as_of=2025-02-01")
    assert '<a href="/sections/op-ed/"><bdi>op ed</bdi></a> <span class="quiet num">2</span>' in text_of(
        "/archive/"
    )
    assert Client().get("/sections/sport/").status_code == 404
    withdraw(opinion, by=None, at=timezone.now(), reason="Wrong.")
    assert "Steel" not in text_of("/sections/op-ed/")


def test_a_section_in_another_script_has_an_address(client: Client) -> None:
    published(an_article(title="رائے", slug="rae", language="ur", section="اداریہ"))
    assert "رائے" in client.get("/ur/sections/اداریہ/").content.decode()


def test_recompiling_keeps_the_section(opinion: Article) -> None:
    call_command("recompile", verbosity=0)
    assert list(Edition.objects.order_by("pk").values_list("section", flat=True)) == ["op-ed", "op-ed", None]


def test_the_archive_counts_what_its_pages_list(opinion: Article) -> None:
    published(an_article(title="رائے", slug="rae", language="ur"), at=FEBRUARY)
    assert "/archive/2025/02/" not in text_of("/archive/")
    assert "/ur/archive/2025/02/" in text_of("/ur/archive/")
    # Chinese has nothing of its own and shows what the others have.
    assert "/zh-hans/archive/2025/03/" in text_of("/zh-hans/archive/")


@pytest.mark.parametrize("place", ["archive/2025/", "archive/2025/01/", "sections/op-ed/"])
def test_each_has_its_feeds_and_leads_to_them(opinion: Article, place: str) -> None:
    page = text_of(f"/{place}")
    for form in ("atom", "rss", "json"):
        assert page.count(f'href="/{place}feed.{form}"') == 2
    for form in ("atom", "rss"):
        read = feedparser.parse(Client().get(f"/{place}feed.{form}").content)
        assert not read.bozo
        assert "Steel" in [entry.title for entry in read.entries]
    assert "Steel" in str(Client().get(f"/{place}feed.json").json())


def test_no_feed_without_such_a_place(opinion: Article) -> None:
    for place in (
        "archive/1/feed.atom",
        "archive/2025/13/feed.atom",
        "archive/x/feed.rss",
        "sections/no/feed.atom",
    ):
        assert Client().get(f"/{place}").status_code == 404, place
