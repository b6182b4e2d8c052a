"""Two published editions side by side, for readers."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.contact.current import contact, forget_contact
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
REFERENCE = "CARS.CHN.A.STAT:2024"
ADDRESS = "/articles/cars/editions/1...2/"


@pytest.fixture(autouse=True)
def _contact_is_kept(db: None) -> None:
    forget_contact()
    contact()


@pytest.fixture
def cars() -> Article:
    """Edition 1 of January, corrected in February."""
    stated(a_series("CARS"), "2024", "9.443")
    article = an_article(
        f"<p>The mills made {figure('9.443 million', REFERENCE)} cars &lt;b&gt;.</p>", slug="cars"
    )
    published(article, at=JANUARY)
    stated(a_series("CARS"), "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    article.body = f"<p>The works made {figure('9.5 million', REFERENCE)} cars &lt;b&gt;.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="The works, <i>not</i> the mills.")
    return article


def test_words_and_figures_are_told_with_what_the_editors_said(client: Client, cars: Article) -> None:
    page = client.get(ADDRESS)
    text = page.content.decode()
    assert page.status_code == 200
    assert "<del>mills</del>" in text
    assert "<ins>works</ins>" in text
    assert "<del><bdi>9.443 million</bdi></del>" in text
    assert "<ins><bdi>9.5 million</bdi></ins>" in text
    assert "Correction." in text
    assert "The works, &lt;i&gt;not&lt;/i&gt; the mills." in text
    assert "cars &lt;b&gt;." in text
    assert "<b>." not in text
    assert '<meta name="robots" content="noindex">' in text


def test_both_editions_and_the_record_lead_to_it(client: Client, cars: Article) -> None:
    current = client.get("/articles/cars/").content.decode()
    assert f'<a href="{ADDRESS}" rel="nofollow">Compare with edition 1</a>' in current
    earlier = client.get("/articles/cars/editions/1/").content.decode()
    assert f'<a href="{ADDRESS}" rel="nofollow">Compare with edition 2</a>' in earlier
    assert ADDRESS not in client.get("/articles/cars/editions/2/?as_of=2025-02-01").content.decode()


def test_it_costs_two_queries_at_most(
    client: Client, cars: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(2):
        client.get(ADDRESS)


def test_the_earlier_edition_comes_first_and_an_old_address_leads_to_the_present_one(
    client: Client, cars: Article
) -> None:
    assert client.get("/articles/cars/editions/2...1/")["Location"] == ADDRESS
    cars.slug = "motors"
    cars.save()
    published(cars, at=MARCH, kind="update", note="Address")
    moved = client.get("/articles/cars/editions/2...3/?as_of=2025-04-01")
    assert moved["Location"] == "/articles/motors/editions/2...3/?as_of=2025-04-01"
    assert client.get(moved["Location"]).status_code == 200
    same = client.get("/articles/motors/editions/2...3/").content.decode()
    assert "The two print the same words and the same figures." in same


@pytest.mark.parametrize("numbers", ["1...3", "1...1", "0...1", "7...9", "1...99999999999999999999"])
def test_what_was_not_published_is_not_compared(client: Client, cars: Article, numbers: str) -> None:
    assert client.get(f"/articles/cars/editions/{numbers}/").status_code == 404


def test_a_day_knows_what_was_published_by_then(client: Client, cars: Article) -> None:
    assert client.get(f"{ADDRESS}?as_of=2025-02-14").status_code == 404
    page = client.get(f"{ADDRESS}?as_of=2025-02-15").content.decode()
    assert 'href="/articles/cars/editions/1/?as_of=2025-02-15"' in page
    assert client.get(f"{ADDRESS}?as_of=2025-1").status_code == 400


def test_scheduled_and_withdrawn_editions_are_not_compared(client: Client, cars: Article) -> None:
    now = timezone.now()
    cars.body = "<p>Secret words.</p>"
    cars.save()
    published(cars, at=now, kind="update", note="Soon", published_at=now + timedelta(days=1))
    coming = client.get("/articles/cars/editions/2...3/")
    assert coming.status_code == 404
    assert "Secret" not in coming.content.decode()
    withdraw(cars, by=None, at=now, reason="Another firm.")
    gone = client.get(ADDRESS)
    assert gone.status_code == 410
    assert "Another firm." in gone.content.decode()
