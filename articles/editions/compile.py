"""Compile a working copy into an edition, and recompile what is derived. The only reader of `articles.writing` here."""

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone, translation

from articles.citations.models import Agent
from articles.editions.api_text import detail_text, row_text
from articles.editions.models import Address, Edition, EditionAuthor, EditionKeyword
from articles.editions.rendering import card_on, day_of_edition, page_on
from articles.editions.siblings import translations_of
from articles.editions.snapshot import snapshot_for_edition
from articles.editions.states import settled_on
from articles.figures.describing import described
from articles.figures.models import Quotation
from articles.figures.reading import FigureReading, figures_of_body
from articles.links.collecting import collect_links
from articles.media.remembering import index_pictures
from articles.search.indexing import index_edition
from articles.writing.models import Article

DERIVED = (
    "translations", "figures", "head_html", "page_html", "card_html", "api_row", "api_detail", "settled_on",
    "etag",
)  # fmt: skip


@transaction.atomic
def compile_edition(
    article: Article,
    *,
    number: int,
    kind: str,
    note: str,
    published_at: datetime,
    by: AbstractBaseUser | None,
    at: datetime,
) -> Edition:
    """Write the edition of a working copy, complete with everything that pages and answers read.

    Args:
        article: the stored working copy.
        number: the edition's number; the caller has closed the one before.
        published_at: from when on it is current; may lie in the future.
        at: now; verdicts are kept as known on that day.
    """
    first = Edition.objects.filter(article=article.pk).order_by("number").first()
    edition = Edition(
        article_id=article.pk,
        number=number,
        kind=kind,
        public_note=note,
        published_at=published_at,
        published_by_id=by.pk if by else None,
        slug=article.slug,
        language=article.language,
        title=article.title,
        standfirst=article.standfirst,
        body=article.body,
        snapshot=snapshot_for_edition(
            article, number=number, kind=kind, note=note, published_at=published_at
        ),
        first_published_at=first.first_published_at if first else published_at,
        publication=article.publication,
        issued_year=int(article.issued[:4]) if article.issued else None,
        settled_on=timezone.localdate(published_at),
    )
    edition.save(force_insert=True)
    Address.objects.get_or_create(slug=article.slug, defaults={"article": article})
    rows = article.keyword_rows.all()
    EditionKeyword.objects.bulk_create(
        EditionKeyword(edition=edition, keyword_id=row.keyword_id, position=row.position) for row in rows
    )
    _write_authors(edition)
    index_pictures(edition)
    collect_links(edition)
    recompile_edition(edition, at=at)
    return edition


def _write_authors(edition: Edition) -> None:
    slugs = [each["slug"] for each in edition.snapshot["contributors"] if each["role"] == "author"]
    agents = Agent.objects.in_bulk(slugs, field_name="slug")
    EditionAuthor.objects.bulk_create(
        EditionAuthor(edition=edition, agent=agents[slug], position=position)
        for position, slug in enumerate(slugs)
        if slug in agents
    )


@transaction.atomic
def recompile_edition(edition: Edition, *, at: datetime) -> bool:
    """Rebuild the derived columns, quotations and search text. Idempotent.

    Returns:
        Whether anything readers see has changed.
    """
    before = edition.etag, edition.translations
    published_on, today = day_of_edition(edition), timezone.localdate(at)
    with translation.override(edition.language):
        readings = figures_of_body(edition.body, published_on=published_on, as_of=max(today, published_on))
        told = [described(reading, edition.language) for reading in readings]
    edition.figures = [figure for figure in told if figure]
    edition.translations = translations_of(edition)
    edition.settled_on = settled_on(edition.figures, published_on)
    page = page_on(edition, edition.settled_on)
    edition.head_html, edition.page_html = page.head_html, page.page_html
    edition.card_html = card_on(edition, edition.settled_on)
    keywords = list(edition.keyword_rows.select_related("keyword").prefetch_related("keyword__labels"))
    edition.api_row = row_text(edition, [row.keyword for row in keywords])
    edition.api_detail = detail_text(edition, edition.api_row)
    labels = [text for row in keywords for text in row.keyword.all_labels()]
    edition.etag = _etag(edition, labels)
    if (edition.etag, edition.translations) == before:
        return False
    edition.save(update_fields=DERIVED)
    _write_quotations(edition, readings)
    index_edition(edition, labels)
    return True


def _etag(edition: Edition, labels: list[str]) -> str:
    """Over what readers are shown, or can find it by. Translations are not in it: the clock shows and hides them."""
    compiled = "\x1f".join(
        (
            *(edition.head_html, edition.page_html, edition.card_html, edition.api_detail),
            *(repr(edition.figures), *labels),
        )
    )
    return hashlib.md5(compiled.encode(), usedforsecurity=False).hexdigest()


def _write_quotations(edition: Edition, readings: list[FigureReading]) -> None:
    by_number = {figure["n"]: figure for figure in edition.figures}
    edition.quotations.all().delete()
    Quotation.objects.bulk_create(
        _quotation(edition, reading, by_number[reading.n])
        for reading in readings
        if reading.evidence is not None
    )


def _quotation(edition: Edition, reading: FigureReading, figure: dict[str, Any]) -> Quotation:
    if reading.evidence is None:
        raise ValueError(reading.reference)
    pinned = reading.timeline[0].finding.pinned
    newer = next((e["newer"] for e in figure["timeline"] if e["state"] == "revised"), None)
    return Quotation(
        edition=edition,
        position=reading.n,
        text=reading.text[:300],
        value=figure["value"],
        observation=reading.evidence.observation,
        pinned_id=pinned.key if pinned else None,
        verdict=reading.verdict.value,
        revised_on=newer["stated_on"] if newer and reading.state == "revised" else None,
    )
