"""Authors, publications, sections and sources by letter: what readers find who shorten an address."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Agent, Publication
from articles.contact.current import contact
from articles.reading import name_lists
from articles.reading.finished import shelf
from articles.workflow.actions import withdraw
from articles.writing.models import Article, Contribution
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_series,
    a_source,
    an_article,
    figure,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
LISTS = ("/authors/", "/publications/", "/sections/", "/sources/")
ENTRY = re.compile(
    r'<li><a href="([^"]+)"><bdi[^>]*>([^<]+)</bdi></a> <span class="quiet">([^<]*)<span class="num">([^<]+)</span>'
)


def told(address: str) -> list[tuple[str, ...]]:
    """Address, name, kind and number of each entry."""
    page = Client().get(address)
    assert page.status_code == 200, address
    return ENTRY.findall(page.content.decode())


def printed_in(paper: Publication, *authors: Agent, at: Any = JANUARY, **fields: Any) -> Article:
    article = an_article(publication=paper, section="Op-Ed", **fields)
    for position, agent in enumerate(authors):
        Contribution.objects.create(article=article, agent=agent, position=position)
    published(article, at=at)
    return article


@pytest.fixture
def post() -> Publication:
    return Publication.objects.create(slug="daily-post", title="Daily Post")


@pytest.fixture
def zaman() -> Agent:
    return Agent.objects.create(slug="z", name="Writer Aa", given="Writer", family="Aa")


@pytest.fixture
def board() -> Agent:
    return Agent.objects.create(slug="board", name="The Board", kind="organisation")


def test_each_stands_at_its_letter_with_its_articles(post: Publication, zaman: Agent, board: Agent) -> None:
    printed_in(post, board, zaman)
    printed_in(post, zaman)
    # People by family name, organisations by their own.
    assert told("/authors/") == [
        ("/authors/z/", "Writer Aa", "", "2 articles"),
        ("/authors/board/", "The Board", "Organisation, ", "1 article"),
    ]
    assert told("/publications/") == [
        ("/publications/daily-post/", "Daily Post", "Newspaper, ", "2 articles")
    ]
    assert told("/sections/") == [("/sections/op-ed/", "Op-Ed", "", "2 articles")]
    for address in ("/authors/z/", "/publications/daily-post/", "/sections/op-ed/"):
        assert Client().get(address).status_code == 200


def test_drafts_and_what_was_withdrawn_name_nobody(post: Publication, zaman: Agent, board: Agent) -> None:
    draft = an_article(publication=post, section="Secret")
    Contribution.objects.create(article=draft, agent=zaman)
    published(draft, at=timezone.now(), published_at=timezone.now() + timedelta(days=1))
    withdraw(printed_in(post, board), by=None, at=FEBRUARY, reason="Wrong.")
    for address in LISTS[:3]:
        page = Client().get(address).content.decode()
        assert told(address) == []
        assert "There is no public article" in page
        assert 'content="noindex, follow"' in page


def test_an_earlier_day_counts_what_was_public_then(post: Publication, zaman: Agent, board: Agent) -> None:
    printed_in(post, zaman)
    printed_in(post, zaman, board, at=MARCH)
    day = "?as_of=2025-02-01"
    assert told(f"/authors/{day}") == [(f"/authors/z/{day}", "Writer Aa", "", "1 article")]
    assert told(f"/publications/{day}")[0][3] == told(f"/sections/{day}")[0][3] == "1 article"
    assert told("/authors/?as_of=2024-01-01") == []


def test_numbers_are_those_of_the_page_of_each(post: Publication, zaman: Agent) -> None:
    """A page lists the articles of its language, and where there are none those of all."""
    printed_in(post, zaman)
    printed_in(post, zaman)
    printed_in(post, zaman, language="ur")
    assert told("/authors/")[0][3] == "2 articles"
    assert told("/zh-hans/authors/")[0][::3] == ("/zh-hans/authors/z/", "3 篇文章")
    assert told("/ur/publications/")[0][0] == "/ur/publications/daily-post/"


def test_every_source_is_told_with_the_articles_that_quote_it() -> None:
    a_source("CLUB")
    stated(a_series("CARS"), "2024", "9.4", date(2025, 1, 10))
    published(an_article(f"<p>Makers built {figure('9.4 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"))
    assert told("/sources/") == [
        ("/sources/club/", "Office CLUB", "", "Not quoted"),
        ("/sources/stat/", "Office STAT", "", "1 article"),
    ]
    # Known by its English name only: it is read out as English.
    assert '<bdi lang="en" dir="ltr">Office CLUB</bdi>' in Client().get("/ur/sources/").content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_each_list_has_an_address_in_each_language(post: Publication, zaman: Agent, address: str) -> None:
    printed_in(post, zaman)
    page = Client().get(f"/ur{address}").content.decode()
    for lang, prefix in (("en", ""), ("ur", "/ur"), ("zh-Hans", "/zh-hans"), ("x-default", "")):
        assert f'hreflang="{lang}" href="http://testserver{prefix}{address}"' in page
    places = Client().get("/sitemap-pages.xml").content.decode()
    assert f"<loc>http://testserver/zh-hans{address}</loc>" in places


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("/authors/", ["/", "/articles/", "/authors/"]),
        ("/authors/z/", ["/", "/articles/", "/authors/", "/authors/z/"]),
        ("/publications/daily-post/", ["/", "/articles/", "/publications/", "/publications/daily-post/"]),
        ("/sections/", ["/", "/articles/", "/archive/", "/sections/"]),
        ("/sections/op-ed/", ["/", "/articles/", "/archive/", "/sections/", "/sections/op-ed/"]),
        ("/sources/", ["/", "/indicators/", "/sources/"]),
        ("/sources/stat/", ["/", "/indicators/", "/sources/", "/sources/stat/"]),
    ],
)
def test_the_way_to_a_page_leads_through_its_list(
    post: Publication, zaman: Agent, address: str, way: list[str]
) -> None:
    a_source("STAT")
    printed_in(post, zaman)
    page = Client().get(address).content.decode()
    block = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    steps = json.loads(block)["@graph"][0]["itemListElement"]
    assert [each["item"].removeprefix("http://testserver") for each in steps] == way
    crumbs = page.partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    assert f'<a href="{way[-2]}">' in crumbs


@pytest.mark.parametrize("address", LISTS)
def test_it_costs_the_same_however_many_there_are(
    django_assert_max_num_queries: DjangoAssertNumQueries, post: Publication, address: str
) -> None:
    for n in range(4):
        printed_in(post, Agent.objects.create(slug=f"w{n}", name=f"Writer {n}"))
        a_source(f"S{n}")
    contact()
    shelf.clear()
    with django_assert_max_num_queries(5):
        Client().get(address)


def test_a_long_list_is_shown_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch, post: Publication, zaman: Agent, board: Agent
) -> None:
    monkeypatch.setattr(name_lists, "SHOWN_AT_ONCE", 1)
    printed_in(post, zaman, board)
    assert [each[1] for each in told("/authors/")] == ["Writer Aa"]
    assert [each[1] for each in told("/authors/?letter=T")] == ["The Board"]
    assert 'href="?letter=T#l-2"' in Client().get("/authors/").content.decode()
