"""Compile a working copy into an edition, and recompile what is derived. The only reader of `articles.writing` here."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone, translation

from articles.coverage.counting import unbound_numbers
from articles.editions.api_text import detail_text, row_text
from articles.editions.models import Address, Edition, EditionAuthor, EditionKeyword
from articles.editions.quoting import write_quotations
from articles.editions.rendering import card_on, day_of_edition, entry_of, page_on
from articles.editions.sections import section_address
from articles.editions.siblings import translations_of
from articles.editions.snapshot import Carried, carried_by, edition_before, snapshot_of
from articles.editions.states import settled_on
from articles.figures.describing import described
from articles.figures.reading import FigureReading, figures_of_body
from articles.links.collecting import collect_links
from articles.media.remembering import index_pictures
from articles.related.choosing import relate
from articles.search.indexing import index_edition
from articles.writing.models import Article
from taxonomy.models import Keyword

DERIVED = (
    "translations", "figures", "head_html", "page_html", "card_html", "entry_html", "api_row", "api_detail",
    "settled_on", "etag", "bound_numbers", "unbound_numbers",
)  # fmt: skip


# Without savepoints of their own: whoever compiles is inside the transaction of a verb, and a failure undoes all of it.
@transaction.atomic(savepoint=False)
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
    carried, before = carried_by(article), edition_before(article, number)
    edition = Edition(
        number=number,
        kind=kind,
        public_note=note,
        published_at=published_at,
        published_by_id=by.pk if by else None,
        first_published_at=before.first_published_at if before else published_at,
        snapshot=snapshot_of(
            article, carried, before, number=number, kind=kind, note=note, published_at=published_at
        ),
        **_copied(article),
    )
    readings = _derive(edition, carried.keywords, at)
    edition.save(force_insert=True)
    Address.objects.bulk_create([Address(slug=article.slug, article=article)], ignore_conflicts=True)
    _write_carried(edition, carried)
    _write_indexes(edition, readings, carried.keywords)
    index_pictures(edition)
    collect_links(edition)
    relate(edition, at=at)
    return edition


def _copied(article: Article) -> dict[str, Any]:
    """The columns of the working copy that an edition keeps as they are."""
    return {
        "article_id": article.pk,
        "slug": article.slug,
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst,
        "body": article.body,
        "publication": article.publication,
        "issued_year": int(article.issued[:4]) if article.issued else None,
        "section": section_address(article.section),
    }


def _write_carried(edition: Edition, carried: Carried) -> None:
    EditionKeyword.objects.bulk_create(
        EditionKeyword(edition=edition, keyword=row.keyword, position=row.position)
        for row in carried.keyword_rows
    )
    authors = [row.agent for row in carried.contributions if row.role == "author"]
    EditionAuthor.objects.bulk_create(
        EditionAuthor(edition=edition, agent=agent, position=position)
        for position, agent in enumerate(authors)
    )


@transaction.atomic(savepoint=False)
def recompile_edition(edition: Edition, *, at: datetime, recount: bool = False) -> bool:
    """Rebuild the derived columns, quotations and search text. Idempotent.

    Args:
        recount: count the numbers of its text anew. The text never changes, but the extraction learns.

    Returns:
        Whether anything has changed.
    """
    before = _seen(edition)
    rows = edition.keyword_rows.select_related("keyword").prefetch_related("keyword__labels")
    keywords = [row.keyword for row in rows]
    readings = _derive(edition, keywords, at, recount=recount)
    if _seen(edition) == before:
        return False
    edition.save(update_fields=DERIVED)
    edition.quotations.all().delete()
    _write_indexes(edition, readings, keywords)
    return True


def _seen(edition: Edition) -> tuple[Any, ...]:
    return (edition.etag, edition.translations, edition.bound_numbers, edition.unbound_numbers)


def _derive(
    edition: Edition, keywords: Sequence[Keyword], at: datetime, *, recount: bool = False
) -> list[FigureReading]:
    """Set the derived columns from what the edition says; it may not be stored yet."""
    published_on, today = day_of_edition(edition), timezone.localdate(at)
    with translation.override(edition.language):
        readings = figures_of_body(edition.body, published_on=published_on, as_of=max(today, published_on))
        told = [described(reading, edition.language) for reading in readings]
    edition.figures = [figure for figure in told if figure]
    edition.bound_numbers = len(edition.figures)
    if recount or edition.unbound_numbers is None:
        edition.unbound_numbers = unbound_numbers(edition.body, published=published_on)
    edition.translations = translations_of(edition)
    edition.settled_on = settled_on(edition.figures, published_on)
    page = page_on(edition, edition.settled_on)
    edition.head_html, edition.page_html = page.head_html, page.page_html
    edition.card_html = card_on(edition, edition.settled_on)
    edition.entry_html = entry_of(edition)
    edition.api_row = row_text(edition, keywords)
    edition.api_detail = detail_text(edition, edition.api_row)
    edition.etag = _etag(edition, _labels(keywords))
    return readings


def _etag(edition: Edition, labels: list[str]) -> str:
    """Over what readers are shown, or can find it by. Translations are not in it: the clock shows and hides them."""
    compiled = "\x1f".join(
        (
            *(edition.head_html, edition.page_html, edition.card_html, edition.entry_html or ""),
            edition.api_detail,
            *(repr(edition.figures), *labels),
        )
    )
    return hashlib.md5(compiled.encode(), usedforsecurity=False).hexdigest()


def _write_indexes(edition: Edition, readings: Sequence[FigureReading], keywords: Sequence[Keyword]) -> None:
    write_quotations(edition, readings)
    index_edition(edition, _labels(keywords))


def _labels(keywords: Sequence[Keyword]) -> list[str]:
    """What the edition can be found by besides its text."""
    return [text for keyword in keywords for text in keyword.all_labels()]
