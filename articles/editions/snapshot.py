"""What an edition remembers of the working copy besides its text: citation, contributors, keywords, history."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from articles.citations.dates import parse_issued
from articles.editions.models import Edition
from articles.writing.models import Article, ArticleKeyword, Contribution
from taxonomy.models import Keyword


class Episode(NamedTuple):
    """One publication in the history of an article."""

    number: int
    kind: str
    note: str
    published_at: datetime


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


def episodes_before(article: Article, number: int) -> list[Episode]:
    """The editions of the article before that number."""
    earlier = Edition.objects.filter(article=article.pk, number__lt=number).order_by("number")
    rows = earlier.values_list("number", "kind", "public_note", "published_at")
    return [Episode(*row) for row in rows]


def snapshot_of(article: Article, carried: Carried, history: Sequence[Episode]) -> dict[str, Any]:
    """Plain data, written once with the edition and never changed."""
    parts = parse_issued(article.issued) if article.issued else ()
    publication = article.publication
    return {
        "contributors": [
            {
                "slug": row.agent.slug,
                "name": row.agent.name,
                "family": row.agent.family,
                "given": row.agent.given,
                "kind": row.agent.kind,
                "role": row.role,
            }
            for row in carried.contributions
        ],
        "publication": {"slug": publication.slug, "title": publication.title, "kind": publication.kind}
        if publication
        else None,
        "issued": article.issued,
        "issued_slashes": "/".join(f"{part:02d}" for part in parts),
        "section": article.section,
        "page": article.page,
        "url": article.url,
        "rights": article.rights,
        "printed_citation": article.printed_citation,
        "keywords": _keywords(carried.keywords, article.language),
        "history": [_told(each) for each in history],
    }


def _keywords(keywords: Sequence[Keyword], language: str) -> list[dict[str, Any]]:
    return [
        {"slug": each.slug, "name": each.preferred_label(language), "kind": each.kind} for each in keywords
    ]


def _told(episode: Episode) -> dict[str, Any]:
    return {**episode._asdict(), "published_at": episode.published_at.isoformat()}
