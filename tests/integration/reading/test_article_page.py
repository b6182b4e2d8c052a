"""The page of an article: what a reader gets at its addresses, and when."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_series,
    an_article,
    an_editor,
    figure,
    published,
    stated,
)

pytestmark = pytest.mark.django_db


def reworded(article: Article, **changes: str) -> Article:
    for name, value in changes.items():
        setattr(article, name, value)
    article.save()
    return article


def test_a_published_article_is_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    published(an_article("<p>Steel &amp; glass.</p>", slug="steel", title="Steel <first>"))
    client.get("/articles/steel/")
    with django_assert_num_queries(1):
        page = client.get("/articles/steel/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "<title>Steel &lt;first&gt; | CPEC Library</title>" in text
    assert "Steel &amp; glass." in text
    assert "\ue000" not in text


def test_a_working_copy_has_no_address(client: Client) -> None:
    an_article(slug="draft", title="A secret")
    page = client.get("/articles/draft/")
    assert page.status_code == 404
    assert "A secret" not in page.content.decode()


def test_new_wording_stays_private_until_it_is_published(client: Client) -> None:
    article = an_article("<p>Old wording.</p>", slug="steel")
    published(article)
    reworded(article, body="<p>New wording.</p>")
    for address in ("/articles/steel/", "/articles/", "/", "/feed.atom", "/archive/2025/01/"):
        assert "New wording" not in client.get(address).content.decode()


def test_a_scheduled_edition_is_nowhere_before_its_time(client: Client) -> None:
    now = timezone.now()
    article = an_article("<p>Now.</p>", slug="steel", title="Now")
    published(article, at=now - timedelta(days=2))
    later = now + timedelta(days=1)
    published(reworded(article, title="Tomorrow"), at=now, kind="update", note="Soon", published_at=later)
    assert "Tomorrow" not in client.get("/articles/steel/").content.decode()
    assert client.get("/articles/steel/editions/2/").status_code == 404
    for address in ("/", "/articles/", "/corrections/", "/feed.atom"):
        text = client.get(address).content.decode()
        assert "Tomorrow" not in text
        assert "Soon" not in text


def test_an_edition_keeps_its_address_and_names_the_current_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = an_article("<p>First wording.</p>", slug="steel")
    published(article)
    published(reworded(article, body="<p>Second wording.</p>"), at=FEBRUARY, kind="update", note="Reworded")
    with django_assert_max_num_queries(2):
        page = client.get("/articles/steel/editions/1/")
    text = page.content.decode()
    assert "First wording." in text
    assert "Second wording." not in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<a href="/articles/steel/">Edition 2 is current</a>' in text
    assert client.get("/articles/steel/editions/3/").status_code == 404


def test_an_old_slug_leads_to_the_present_one(client: Client) -> None:
    article = an_article(slug="steal")
    published(article)
    published(reworded(article, slug="steel"), at=FEBRUARY, kind="update", note="Address")
    moved = client.get("/articles/steal/?as_of=2026-01-01")
    assert (moved.status_code, moved["Location"]) == (301, "/articles/steel/?as_of=2026-01-01")
    assert client.get("/articles/steal/editions/2/")["Location"] == "/articles/steel/editions/2/"


def test_an_article_lives_under_the_prefix_of_its_language(client: Client) -> None:
    published(an_article(slug="urdu", language="ur", title="مضمون"))
    assert client.get("/articles/urdu/")["Location"] == "/ur/articles/urdu/"
    page = client.get("/ur/articles/urdu/")
    assert page.status_code == 200
    assert '<html lang="ur" dir="rtl">' in page.content.decode()
    assert page["Content-Language"] == "ur"


def test_a_withdrawn_article_is_gone_at_every_address_and_on_every_day(client: Client) -> None:
    article = an_article(slug="steel", title="Steel")
    published(article)
    withdraw(article, by=an_editor(), at=MARCH, reason="It was another firm.")
    for address in (
        "/articles/steel/",
        "/articles/steel/?as_of=2025-02-01",
        "/articles/steel/?as_of=2020-02-01",
        "/articles/steel/editions/1/",
    ):
        page = client.get(address)
        assert page.status_code == 410, address
        text = page.content.decode()
        assert "It was another firm." in text
        assert "15 March 2025" in text
        assert "Steel" in text
    assert "It was another firm." in client.get("/corrections/").content.decode()
    assert "/articles/steel/" not in client.get("/articles/").content.decode()


def test_a_day_before_the_first_edition_has_no_article(client: Client) -> None:
    published(an_article(slug="steel"), at=JANUARY)
    page = client.get("/articles/steel/?as_of=2025-01-14")
    assert page.status_code == 404
    assert "Nothing had been published at this address by Tuesday 14 January 2025" in page.content.decode()
    assert client.get("/articles/steel/?as_of=2025-01-15").status_code == 200


def test_a_revised_figure_is_marked_from_the_day_of_its_revision(client: Client) -> None:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>", slug="cars"))
    stated(cars, "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    today = client.get("/articles/cars/").content.decode()
    assert 'data-state="revised"' in today
    before = client.get("/articles/cars/?as_of=2025-02-09").content.decode()
    assert 'data-state="revised"' not in before
    assert "You are reading the site as of <b>Sunday 9 February 2025</b>" in before
    assert 'data-state="revised"' in client.get("/articles/cars/?as_of=2025-02-10").content.decode()


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "2025-2-1", "", "9999-01-01"])
def test_a_malformed_day_or_one_to_come_is_refused_in_a_sentence(client: Client, day: str) -> None:
    published(an_article(slug="steel"))
    page = client.get("/articles/steel/", {"as_of": day})
    assert page.status_code == 400
    assert "as_of must" in page.content.decode()


def test_parameters_that_mean_nothing_are_ignored(client: Client) -> None:
    published(an_article(slug="steel"))
    plain = client.get("/articles/steel/")
    assert client.get("/articles/steel/?utm_source=letter").content == plain.content
