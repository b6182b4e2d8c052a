"""The seed article in three languages: each reader finds it once, and the excerpts say what they are."""

from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client

from articles.editions.models import Edition
from articles.editions.states import tally

pytestmark = pytest.mark.django_db
SLUG = "new-quality-productive-forces"
NUMBERS = {"ur": "94.43 لاکھ", "zh-hans": "944.3万辆"}


@pytest.fixture
def editions() -> dict[str, Edition]:
    call_command("loaddata", "seed", verbosity=0)
    return {edition.language: edition for edition in Edition.objects.all()}


def test_an_excerpt_says_that_it_is_translated_and_its_figures_hold(
    client: Client, editions: dict[str, Edition]
) -> None:
    for language, number in NUMBERS.items():
        edition = editions[language]
        assert tally(edition.figures, date(2026, 1, 1)) == {"holds": 4}
        assert number in [figure["text"] for figure in edition.figures]
        page = client.get(edition.get_absolute_url()).content.decode()
        assert '<p class="kicker">' in page
        assert edition.snapshot["rights"] in page
        assert f'<a href="/articles/{SLUG}/" lang="en"' in page
        assert '<link rel="alternate" hreflang="en"' in page
    original = client.get(f"/articles/{SLUG}/").content.decode()
    assert '<p class="kicker">' not in original
    assert [original.count(f'hreflang="{language}" href=') for language in NUMBERS] == [1, 1]


def test_readers_of_each_language_find_the_article_once(client: Client, editions: dict[str, Edition]) -> None:
    for prefix, language in (("", "en"), ("/ur", "ur"), ("/zh-hans", "zh-hans")):
        address = editions[language].get_absolute_url()
        listed = client.get(f"{prefix}/articles/").content.decode()
        assert listed.count("<article>") == 1
        assert f'href="{address}"' in listed
        front = client.get(f"{prefix}/").content.decode()
        assert front.count(f'<h1><a href="{address}">') == 1
        for other, edition in editions.items():
            assert (f'<h3><a href="{edition.get_absolute_url()}"' in listed) is (other == language)
