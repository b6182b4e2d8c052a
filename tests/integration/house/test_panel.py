"""House checks at the article form."""

from typing import Any

import pytest
from django.test import Client

from articles.house.models import HouseRule
from articles.house.panel import house_panel
from tests.newsroom import a_keyword, an_article, an_editor, an_image, placed, published

pytestmark = pytest.mark.django_db

HOUSE = "/admin/articles/article/house/"


def codes(body: str) -> list[str]:
    return [each.code for each in house_panel(body, "en", "example.org").advice]


def test_links_to_our_own_pages_are_followed() -> None:
    edition = published(an_article(keywords=("Trade",)))
    draft = an_article()
    good = [edition.get_absolute_url(), "/ur/keywords/trade/", "https://elsewhere.example/articles/none/"]
    bad = [f"/articles/{draft.slug}/", "/keywords/none/", "https://example.org/indicators/NONE/"]
    for address in good:
        assert codes(f'<p><a href="{address}">the words</a></p>') == []
    for address in bad:
        assert codes(f'<p><a href="{address}">the words</a></p>') == ["link-broken"]


def test_many_links_take_as_many_queries_as_few(django_assert_max_num_queries: Any) -> None:
    body = "".join(f'<p><a href="/articles/a{n}/">words {n}</a></p>' for n in range(300))
    with django_assert_max_num_queries(4):
        house_panel(body, "en")


def test_the_rules_of_the_house_are_for_their_language() -> None:
    HouseRule.objects.create(avoid="per cent", use="percent", language="en", note="As the sources do.")
    HouseRule.objects.create(avoid="old", language="en", is_active=False)
    [advice] = house_panel("<p>An old 10 per cent</p>", "en").advice
    assert advice.sentence == "Use “percent”, not “per cent”. As the sources do."
    assert house_panel("<p>10 per cent</p>", "ur").advice == []


def test_pictures_without_words_are_told_before_publishing() -> None:
    assert codes(placed(an_image(), alternative="")) == ["image-no-alternative"]


def test_the_form_shows_the_panel_and_asks_again(client: Client) -> None:
    client.force_login(an_editor())
    article = an_article('<p><a href="/x/">click here</a></p>')
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "The words of the link do not say where it leads" in page
    answer = client.post(HOUSE, {"body": "<p>a  b</p><script>x</script>", "language": "en"}).json()["html"]
    assert "Two spaces in a row" in answer
    assert "<script>" not in answer


def test_a_text_that_is_too_long_is_said_to_be(client: Client) -> None:
    client.force_login(an_editor())
    answer = client.post(HOUSE, {"body": "<p>a</p>" * 250_000, "language": "en"})
    assert "split it into several articles" in answer.json()["html"]


def test_only_writers_may_ask(client: Client) -> None:
    assert client.post(HOUSE, {"body": "x"}).status_code == 302
    a_keyword()
