"""Lists, the archive, corrections, the feed and the front page."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.editions.models import Edition
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


def many_published(count: int) -> None:
    """As many articles, an hour apart, written without the editors' way in: only their number matters here."""
    start = Article.objects.count()
    articles = Article.objects.bulk_create(
        Article(slug=f"bulk-{start + n}", title=f"Bulk {start + n}") for n in range(count)
    )
    Edition.objects.bulk_create(
        Edition(
            article=article,
            number=1,
            slug=article.slug,
            language="en",
            title=article.title,
            snapshot={},
            published_at=JANUARY + timedelta(hours=n),
            first_published_at=JANUARY + timedelta(hours=n),
            settled_on=date(2025, 1, 15),
            card_html=f'<li><a href="/articles/{article.slug}/">{article.title}</a></li>',
            api_row='{"url":"/","title":"t","standfirst":"","publication":null,"authors":[],"keywords":[],'
            '"issued":"","first_published_at":"2025-01-15T09:00:00+00:00",'
            '"published_at":"2025-01-15T09:00:00+00:00"}',
        )
        for n, article in enumerate(articles)
    )


def addresses_in(text: str) -> list[str]:
    return [part.split('"')[0] for part in text.split('href="/articles/bulk-')[1:]]


def test_paging_shows_every_article_once_newest_first(client: Client) -> None:
    many_published(45)
    address, seen = "/articles/", []
    while address:
        text = client.get(address).content.decode()
        seen += addresses_in(text)
        _, found, rest = text.partition('rel="next"')
        before = text.rpartition('rel="next"')[0]
        address = (
            "/articles/" + before.rpartition('href="')[2].split('"')[0].replace("&amp;", "&") if found else ""
        )
        assert rest or not found
    assert len(seen) == 45
    assert len(set(seen)) == 45
    assert seen[0] == "44/"


def test_articles_of_the_same_moment_are_neither_lost_nor_repeated(client: Client) -> None:
    many_published(30)
    Edition.objects.update(first_published_at=JANUARY)
    first = client.get("/articles/").content.decode()
    cursor = first.split("?before=")[1].split('"')[0]
    second = client.get(f"/articles/?before={cursor}").content.decode()
    assert len({*addresses_in(first), *addresses_in(second)}) == 30


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "~",
        "2025-01-01~1",
        "2025-01-01T00:00:00Z~x",
        "2025-13-01T00:00:00Z~1",
        "0001-01-01T00:00:00Z~1",
        "2025-01-01T00:00:00Z~" + "9" * 5000,
    ],
)
def test_a_cursor_that_is_none_of_ours_is_refused(client: Client, cursor: str) -> None:
    page = client.get("/articles/", {"before": cursor})
    assert page.status_code == 400
    assert "not one of ours" in page.content.decode()


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        ("/articles/", 4),
        ("/archive/2025/01/", 4),
        ("/archive/", 4),
        ("/", 8),
        ("/corrections/", 8),
        ("/feed.atom", 4),
        ("/articles/?as_of=2026-01-01", 4),
    ],
)
def test_the_number_of_queries_does_not_grow(
    client: Client, address: str, budget: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    spent = []
    for count in (10, 990):
        many_published(count)
        client.get(address)
        with django_assert_max_num_queries(budget) as asked:
            assert client.get(address).status_code == 200
        spent.append(len(asked))
    assert spent[0] == spent[1]


def test_an_empty_site_says_what_to_do(client: Client) -> None:
    for address in ("/", "/articles/", "/archive/"):
        text = client.get(address).content.decode()
        assert "No articles yet." in text, address
        assert "publishes it" in text
    assert "Nothing has had to be corrected." in client.get("/corrections/").content.decode()


def test_a_language_without_articles_shows_those_of_others(client: Client) -> None:
    published(an_article(title="Steel"))
    text = client.get("/ur/articles/").content.decode()
    assert "Steel" in text
    assert "in this language yet" in text


def test_a_list_as_of_a_day_shows_what_was_current_then(client: Client) -> None:
    article = an_article(title="First title")
    published(article, at=JANUARY)
    published(an_article(title="Newcomer"), at=MARCH)
    article.title = "Second title"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Title")
    text = client.get("/articles/?as_of=2025-02-01").content.decode()
    assert "First title" in text
    assert "Second title" not in text
    assert "Newcomer" not in text


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
