"""Old links narrow by keywords that have been merged or renamed since: they find what took their place."""

import pytest
from django.test import Client

from taxonomy.merging import merge
from taxonomy.models import KeywordAlias
from tests.newsroom import JANUARY, MARCH, a_keyword, a_series, an_article, published

pytestmark = pytest.mark.django_db
FORMER = ("traditional-economy", "economies")


@pytest.fixture(autouse=True)
def merged() -> None:
    """An article of what is narrower than a keyword that took the place of one, and of another's address."""
    economics = a_keyword("Economics")
    a_keyword("Trade policy", parent=economics)
    published(an_article("<p>Tariffs fell.</p>", slug="tariffs", keywords=("Trade policy",)))
    published(an_article("<p>Tariffs rose.</p>", slug="other", keywords=("Ports",)))
    a_series("CARS").indicator.keywords.add(economics)
    KeywordAlias.objects.create(slug="economies", keyword=economics)
    merge(a_keyword("Traditional economy"), economics, by=None, at=JANUARY)


@pytest.mark.parametrize("slug", FORMER)
def test_the_page_finds_what_the_present_keyword_finds(client: Client, slug: str) -> None:
    page = client.get(f"/search/?q=tariffs&keyword={slug}").content.decode()
    assert "/articles/tariffs/" in page
    assert "/articles/other/" not in page
    # Links lead on from the present keyword, which the chip names.
    assert f"keyword={slug}" not in page
    assert "keyword=economics" in page
    assert ">Economics<" in page


@pytest.mark.parametrize("slug", FORMER)
def test_a_feed_that_was_subscribed_to_goes_on(client: Client, slug: str) -> None:
    items = client.get(f"/search/feed.json?q=tariffs&keyword={slug}").json()["items"]
    assert [each["url"].rpartition("/articles/")[2] for each in items] == ["tariffs/"]


@pytest.mark.parametrize("slug", FORMER)
def test_programs_find_the_same(client: Client, slug: str) -> None:
    def found(address: str, name: str) -> list[str]:
        return [row[name] for row in client.get(f"/api/v1/{address}keyword={slug}").json()["results"]]

    assert found("articles/?", "slug") == found("articles/?q=tariffs&", "slug") == ["tariffs"]
    assert found("indicators/?", "code") == ["CARS"]


def test_a_keyword_that_never_was_finds_nothing(client: Client) -> None:
    assert "/articles/tariffs/" not in client.get("/search/?q=tariffs&keyword=never").content.decode()


def test_keywords_merged_one_after_the_other_lead_to_the_last(client: Client) -> None:
    merge(a_keyword("Economics"), a_keyword("Commerce"), by=None, at=MARCH)
    page = client.get("/search/?q=tariffs&keyword=traditional-economy").content.decode()
    assert "/articles/tariffs/" in page
    assert "keyword=commerce" in page
