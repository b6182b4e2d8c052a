"""The seed article in three languages: each reader finds it once, and the excerpts say what they are."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.editions.models import Edition
from articles.editions.states import tally
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db
SLUG = "new-quality-productive-forces"
NUMBERS = {"ur": "94.43 لاکھ", "zh-hans": "944.3万辆"}


@pytest.fixture
def editions() -> dict[str, Edition]:
    load_the_seed()
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
        assert f'<a href="/articles/{SLUG}/" lang="en" hreflang="en"><bdi>New quality' in page
    original = client.get(f"/articles/{SLUG}/").content.decode()
    assert '<p class="kicker">' not in original
    assert [original.count(f'hreflang="{tag}" href=') for tag in ("ur", "zh-Hans")] == [1, 1]


def linked_data(page: str, name: str) -> list[Any]:
    """What the data blocks of a page say under a name."""
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [thing[name] for told in blocks for thing in json.loads(told)["@graph"] if name in thing]


def test_every_page_of_the_group_names_all_of_it_and_the_same_for_other_readers(
    client: Client, editions: dict[str, Edition]
) -> None:
    heads = set()
    for edition in editions.values():
        page = client.get(edition.get_absolute_url()).content.decode()
        heads.add(frozenset(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page)))
    [named] = heads
    assert dict(named) == {
        "en": f"http://testserver/articles/{SLUG}/",
        "ur": f"http://testserver{editions['ur'].get_absolute_url()}",
        "zh-Hans": f"http://testserver{editions['zh-hans'].get_absolute_url()}",
        "x-default": f"http://testserver/articles/{SLUG}/",
    }


def test_search_engines_are_told_which_is_the_original(client: Client, editions: dict[str, Edition]) -> None:
    original = client.get(f"/articles/{SLUG}/").content.decode()
    [made] = linked_data(original, "workTranslation")
    assert [each["inLanguage"] for each in made] == ["ur", "zh-Hans"]
    assert linked_data(original, "translationOfWork") == []
    for language in NUMBERS:
        page = client.get(editions[language].get_absolute_url()).content.decode()
        printed, source = linked_data(page, "translationOfWork")
        # One thing: the newspaper printed it, and it is read here at the address of the original.
        here = f"http://testserver{editions[language].get_absolute_url()}#original"
        assert printed["@id"] == source["@id"] == here
        assert printed["publisher"]["name"] == "Business Recorder"
        assert source["url"] == f"http://testserver/articles/{SLUG}/"
        assert source["sameAs"] == f"{source['url']}#article"
        assert linked_data(page, "workTranslation") == []


def test_a_translation_is_cited_as_one(client: Client, editions: dict[str, Edition]) -> None:
    address = editions["ur"].get_absolute_url()
    page = client.get(address).content.decode()
    title = editions["ur"].title
    assert f"{title} [Translated from English]." in page
    assert page.count("ranslated from English") == 5
    for ending in ("ris", "bib", "csl.json"):
        assert "Translated from English" in client.get(f"{address.rstrip('/')}.{ending}").content.decode()
    assert "ranslated from" not in client.get(f"/articles/{SLUG}/").content.decode()
    assert "ranslated from" not in client.get(f"/articles/{SLUG}.ris").content.decode()


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
