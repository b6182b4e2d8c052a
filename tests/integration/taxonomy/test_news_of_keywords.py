"""What is published and what is being written follow a merge and a change of a keyword."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editions.models import Edition
from articles.search.finding import find
from taxonomy.merging import merge
from taxonomy.models import KeywordLabel
from tests.integration.taxonomy.builders import a_keyword
from tests.newsroom import an_article, an_editor, published

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 1, tzinfo=UTC)


def carried(row: Any) -> list[str]:
    return [each.keyword.name for each in row.keyword_rows.select_related("keyword")]


def test_editions_and_working_copies_carry_the_keyword_that_stays_once() -> None:
    old, new, other = a_keyword("Chinna"), a_keyword("China"), a_keyword("Trade")
    first = published(an_article(keywords=(old.slug, other.slug), slug="first"))
    both = published(an_article(keywords=(old.slug, new.slug), slug="both"))
    merge(old, new, by=an_editor("merger"), at=AT)
    first, both = Edition.objects.get(pk=first.pk), Edition.objects.get(pk=both.pk)
    assert carried(first) == carried(first.article) == ["China", "Trade"]
    assert carried(both) == carried(both.article) == ["China"]
    assert '"slug":"china"' in first.api_row.replace(" ", "")
    assert "chinna" not in first.api_row


def test_a_new_label_finds_the_articles_of_its_keyword(admin_client: Client) -> None:
    keyword = a_keyword("China")
    edition = published(an_article(keywords=(keyword.slug,), slug="first"))
    KeywordLabel.objects.create(keyword=keyword, text="Middle Kingdom")
    page = reverse("admin:taxonomy_keyword_change", args=[keyword.pk])
    inlines = {f"{n}-{p}_FORMS": "0" for n in ("labels", "matches", "aliases") for p in ("TOTAL", "INITIAL")}
    own = {
        "name": "China",
        "slug": "china",
        "kind": "place",
        "status": "accepted",
        "scope_note": "A country.",
    }
    assert admin_client.post(page, {**inlines, **own}).status_code == 302
    assert [hit.edition_id for hit in find("middle kingdom", at=timezone.now()).hits] == [edition.pk]
    assert '"place"' in Edition.objects.get(pk=edition.pk).api_row
