"""Pages that are there in every language name each other, and one for readers of other languages."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.newsroom import a_keyword, a_series, an_article, published, stated

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"')
EVERYWHERE = (
    "/",
    "/articles/",
    "/keywords/",
    "/keywords/trade/",
    "/indicators/",
    "/indicators/NEV/",
    "/archive/",
)
MORE = ("/corrections/", "/contact/", "/how-we-check-figures/", "/sources/stat/")


@pytest.fixture(autouse=True)
def _library() -> None:
    a_keyword("Trade")
    stated(a_series("NEV"), "2024", "7.777", at=timezone.now())
    for language in ("en", "ur", "zh-hans"):
        published(an_article(slug=f"steel-{language}", language=language), at=timezone.now())


def named(client: Client, address: str) -> dict[str, str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return dict(LINK.findall(answer.content.decode()))


@pytest.mark.parametrize("page", EVERYWHERE + MORE)
def test_a_page_names_itself_and_the_others(client: Client, page: str) -> None:
    languages = {"en": page, "ur": f"/ur{page}", "zh-Hans": f"/zh-hans{page}", "x-default": page}
    expected = {language: f"http://testserver{path}" for language, path in languages.items()}
    for path in languages.values():
        assert named(client, path) == expected


@pytest.mark.parametrize(
    "page",
    [
        "/?as_of=TODAY",
        "/search/?q=steel",
        "/contact/write/",
        "/articles/steel-en/reply/",
        "/articles/steel-en/",
    ],
)
def test_what_is_not_for_search_engines_or_in_one_language_only_names_none(client: Client, page: str) -> None:
    assert named(client, page.replace("TODAY", timezone.localdate().isoformat())) == {}


def test_pages_of_errors_name_none(client: Client) -> None:
    assert not LINK.search(client.get("/ur/nothing/").content.decode())
