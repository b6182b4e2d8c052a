"""Writing the index: one document an edition, in the transaction that compiles the edition."""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.editions.models import Edition
from articles.search.analysis import analysed, analysed_with_words
from articles.search.models import SearchDocument
from articles.search.plain import clean, plain_text

COLUMNS = ["title", "keywords", "standfirst", "body", "plain"]


def index_edition(edition: Edition, keyword_labels: list[str]) -> None:
    """Write or rewrite the document of one edition.

    Args:
        edition: saved; title, standfirst, body and credits are read from it.
        keyword_labels: every label, of every role and language, of the keywords it carries.
    """
    index_many([(edition, keyword_labels)])


def index_many(entries: Iterable[tuple[Edition, list[str]]], batch: int = 500) -> None:
    """As `index_edition`, for many: pairs of an edition and its keyword labels."""
    SearchDocument.objects.bulk_create(
        (document_of(*entry) for entry in entries),
        batch_size=batch,
        update_conflicts=True,
        unique_fields=["edition"],
        update_fields=COLUMNS,
    )


def document_of(edition: Edition, keyword_labels: list[str]) -> SearchDocument:
    """The document of an edition, not yet saved. Authors and publication weigh like the standfirst."""
    words = plain_text(edition.body)
    return SearchDocument(
        edition=edition,
        title=analysed_with_words([edition.title]),
        keywords=analysed_with_words(keyword_labels),
        standfirst=analysed("\n".join([edition.standfirst, *_credits(edition.snapshot)])),
        body=analysed(words),
        plain="\n".join(part for part in (clean(edition.standfirst).strip(), words) if part),
    )


def _credits(snapshot: Mapping[str, Any]) -> list[str]:
    publication = snapshot.get("publication") or {}
    return [publication.get("title", ""), *(each["name"] for each in snapshot.get("contributors", []))]
