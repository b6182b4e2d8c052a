"""Lists of articles: paging, budgets, other languages, other days."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.editions.models import Edition
from articles.reading.finished import shelf
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

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
            snapshot={"section": "Opinion", "lead": None},
            section="opinion",
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
        ("/articles/", 5),
        ("/archive/2025/", 5),
        ("/archive/2025/01/", 5),
        ("/archive/", 6),
        ("/sections/opinion/", 5),
        ("/", 10),
        ("/corrections/", 9),
        ("/feed.atom", 5),
        ("/archive/2025/feed.rss", 5),
        ("/sitemap-articles.xml", 5),
        ("/sitemap-news.xml", 4),
        ("/articles/?as_of=2026-01-01", 5),
    ],
)
def test_the_number_of_queries_does_not_grow(
    client: Client, address: str, budget: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    spent = []
    for count in (10, 990):
        many_published(count)
        client.get(address)
        shelf.clear()
        with django_assert_max_num_queries(budget) as asked:
            assert client.get(address).status_code == 200
        spent.append(len(asked))
    assert spent[0] == spent[1]


def test_an_empty_site_says_what_to_do(client: Client) -> None:
    for address in ("/", "/articles/", "/archive/", "/ur/", "/zh-hans/articles/"):
        client.get(address)
    for address in ("/", "/articles/", "/archive/"):
        text = client.get(address).content.decode()
        assert "No articles yet." in text, address
        assert "publishes it" in text
    assert "Nothing has had to be corrected." in client.get("/corrections/").content.decode()


def test_a_language_without_articles_shows_those_of_others(client: Client) -> None:
    published(an_article(title="Steel"))
    text = client.get("/ur/articles/").content.decode()
    assert "Steel" in text
    assert "اس زبان میں ابھی کچھ شائع نہیں ہوا" in text


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
    assert f'href="/articles/{article.slug}/?as_of=2025-02-01"' in text
