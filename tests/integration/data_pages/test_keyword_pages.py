"""The index of keywords and the page of each: articles of it and of everything narrower."""

from datetime import date

import pytest
from django.test import Client

from articles.editions.models import EditionKeyword
from indicators.catalogue.models import Area
from taxonomy.models import KeywordAlias, KeywordLabel, Status
from tests.newsroom import a_keyword, a_series, an_article, published, stated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _contact_is_known(client: Client) -> None:
    client.get("/contact/")


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response
    return str(response.content.decode())


def test_an_article_of_a_narrower_term_is_an_article_of_the_broader_one(client: Client) -> None:
    economy = a_keyword("Economy")
    a_keyword("Growth", parent=economy)
    published(an_article(keywords=("Growth",), title="It grows"))
    an_article(keywords=("Growth",), title="Still a draft")
    text = page(client, "/keywords/economy/")
    assert "It grows" in text
    assert "draft" not in text
    assert '<a href="/keywords/growth/">' in text
    assert '<a href="/keywords/economy/">' in page(client, "/keywords/growth/")
    assert "It grows" not in page(client, "/keywords/economy/?as_of=2025-01-01")


def test_the_index_counts_each_article_once_and_leaves_candidates_out(client: Client) -> None:
    economy = a_keyword("Economy")
    a_keyword("Growth", parent=economy)
    a_keyword("Misprint", status=Status.CANDIDATE)
    published(an_article(keywords=("Growth", "Economy", "Misprint")))
    text = page(client, "/keywords/")
    assert text.count("1 article") == 2
    assert "2 articles" not in text
    assert "Misprint" not in text
    assert "0 articles" in page(client, "/keywords/?as_of=2025-01-01")


def test_a_candidate_and_a_retired_keyword_say_what_they_are(client: Client) -> None:
    a_keyword("Misprint", status=Status.CANDIDATE)
    a_keyword("Old word", status=Status.DEPRECATED)
    published(an_article(keywords=("Misprint", "Old word"), title="Carries both"))
    candidate = page(client, "/keywords/misprint/")
    assert "is a candidate" in candidate
    assert "Carries both" in candidate
    retired = page(client, "/keywords/old-word/")
    assert "no longer used" in retired
    assert "Carries both" not in retired


def test_merged_and_renamed_keywords_lead_to_the_present_address(client: Client) -> None:
    economy = a_keyword("Economy")
    a_keyword("Economies", status=Status.DEPRECATED, replaced_by=economy)
    KeywordAlias.objects.create(slug="wirtschaft", keyword=economy)
    for former in ("economies", "wirtschaft"):
        moved = client.get(f"/zh-hans/keywords/{former}/?as_of=2025-02-01")
        assert (moved.status_code, moved["Location"]) == (301, "/zh-hans/keywords/economy/?as_of=2025-02-01")
    assert client.get("/keywords/nowhere/").status_code == 404
    assert client.get("/keywords/%00/").status_code == 404


def test_names_are_in_the_language_of_the_page_and_marked_where_they_are_not(client: Client) -> None:
    china = a_keyword("China")
    KeywordLabel.objects.create(keyword=china, language="ur", role="preferred", text="چین")
    KeywordLabel.objects.create(keyword=china, language="en", role="hidden", text="Chnia")
    text = page(client, "/ur/keywords/china/")
    assert "<h1>چین</h1>" in text
    assert '<bdi lang="en" dir="ltr">China</bdi>' in text
    assert "Chnia" not in text
    assert '<bdi lang="ur" dir="rtl">چین</bdi>' in page(client, "/keywords/china/")


def test_a_place_shows_the_indicators_of_its_area(client: Client) -> None:
    Area.objects.filter(code="CHN").update(keyword=a_keyword("China", kind="place"))
    stated(a_series("CARS"), "2023", "9.443", date(2024, 2, 29))
    text = page(client, "/keywords/china/")
    assert "9.443 million vehicles" in text
    assert "CHN" in text
    assert "9.443" not in page(client, "/keywords/china/?as_of=2024-01-01")


@pytest.mark.parametrize("count", [10, 1000])
def test_the_pages_ask_at_most_thirteen_questions_however_many_articles_there_are(
    client: Client, django_assert_max_num_queries: object, count: int
) -> None:
    broad = a_keyword("Economy")
    narrow = a_keyword("Growth", parent=broad, kind="place")
    Area.objects.filter(code="CHN").update(keyword=narrow)
    stated(a_series("CARS"), "2023", "9.443")
    many_editions(count, narrow.pk)
    # Two of them ask what state the site is in, and until when the clock changes nothing.
    for address, most in (("/keywords/growth/", 13), ("/keywords/economy/", 13), ("/keywords/", 4)):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            text = page(client, address)
    assert f"{count} articles" in text


def test_a_long_list_is_paged_without_losing_or_repeating_an_article(client: Client) -> None:
    many_editions(45, a_keyword("Growth").pk)
    seen: list[str] = []
    address = "/keywords/growth/"
    while address:
        response = client.get(address)
        seen += response.context["cards"]
        older = response.context["older"]
        address = f"/keywords/growth/{older}" if older else ""
    assert len(seen) == len(set(seen)) == 45


def many_editions(count: int, keyword: int) -> None:
    """Editions written without compiling: only their columns matter here."""
    first = published(an_article())
    fields = [each.attname for each in type(first)._meta.concrete_fields if each.attname != "id"]
    kept = {name: getattr(first, name) for name in fields}
    articles = [an_article() for _ in range(count)]
    editions = type(first).objects.bulk_create(
        type(first)(
            **(kept | {"article_id": each.pk, "slug": each.slug, "card_html": f"<li>{each.slug}</li>"})
        )
        for each in articles
    )
    EditionKeyword.objects.bulk_create(EditionKeyword(edition=each, keyword_id=keyword) for each in editions)
