"""What an edition remembers of the working copy besides its text: citation, contributors, keywords, history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from articles.citations.dates import parse_issued
from articles.editions.models import Edition
from articles.editions.passages import passages
from articles.media.remembering import pictures_of
from articles.writing.models import Article, ArticleKeyword, Contribution
from taxonomy.models import Keyword


class Carried(NamedTuple):
    """What a working copy carries besides its own columns, each read once and in order."""

    contributions: list[Contribution]
    keyword_rows: list[ArticleKeyword]

    @property
    def keywords(self) -> list[Keyword]:
        return [row.keyword for row in self.keyword_rows]


def carried_by(article: Article) -> Carried:
    """Read it: contributions with their agents, keywords with their labels."""
    keywords = article.keyword_rows.select_related("keyword").prefetch_related("keyword__labels")
    return Carried(list(article.contributions.select_related("agent")), list(keywords))


def edition_before(article: Article, number: int) -> Edition | None:
    """The last edition of the article before that number."""
    if number == 1:
        return None
    before: Edition | None = (
        Edition.objects.filter(article=article.pk, number__lt=number).order_by("-number").first()
    )
    return before


def snapshot_of(
    article: Article,
    carried: Carried,
    before: Edition | None,
    *,
    number: int,
    kind: str,
    note: str,
    published_at: datetime,
) -> dict[str, Any]:
    """Plain data, written once with the edition and never changed."""
    parts = parse_issued(article.issued) if article.issued else ()
    publication = article.publication
    return {
        "contributors": [_contributor(row) for row in carried.contributions],
        "publication": publication.told() if publication else None,
        "issued": article.issued,
        "issued_slashes": "/".join(f"{part:02d}" for part in parts),
        "section": article.section,
        "page": article.page,
        "url": article.url,
        "rights": article.rights,
        "printed_citation": article.printed_citation,
        "translated_from": article.translation_of.language if article.translation_of else "",
        "keywords": _keywords(carried.keywords, article.language),
        # What each earlier episode changed is in its own edition.
        **pictures_of(article),
        "history": [
            *(before.snapshot["history"] if before else []),
            _episode(number, kind, note, published_at, _passages(article, before)),
        ],
    }


def _passages(article: Article, before: Edition | None) -> list[dict[str, Any]]:
    """Where this edition differs from the one before."""
    if before is None:
        return []
    texts = {"title": before.title, "standfirst": before.standfirst, "body": before.body}
    return passages(texts, {"title": article.title, "standfirst": article.standfirst, "body": article.body})


def _contributor(row: Contribution) -> dict[str, Any]:
    names = ("slug", "name", "family", "given", "kind")
    return {name: getattr(row.agent, name) for name in names} | {"role": row.role}


def _keywords(keywords: Sequence[Keyword], language: str) -> list[dict[str, Any]]:
    return [
        {"slug": each.slug, "name": each.preferred_label(language), "kind": each.kind} for each in keywords
    ]


def _episode(
    number: int, kind: str, note: str, published_at: datetime, changed: list[dict[str, Any]]
) -> dict[str, Any]:
    told = {"number": number, "kind": kind, "note": note, "published_at": published_at.isoformat()}
    return told | ({"passages": changed} if changed else {})
