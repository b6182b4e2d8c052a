"""What an edition remembers of the working copy besides its text: citation, contributors, keywords, history."""

from datetime import datetime
from typing import Any

from articles.citations.dates import parse_issued
from articles.editions.models import Edition
from articles.editions.passages import passages
from articles.writing.models import Article


def snapshot_for_edition(
    article: Article, *, number: int, kind: str, note: str, published_at: datetime
) -> dict[str, Any]:
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
            for row in article.contributions.select_related("agent")
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
        "keywords": _keywords(article),
        "history": [
            *_history(article, number),
            _episode(number, kind, note, published_at, _passages(article, number)),
        ],
    }


def _passages(article: Article, number: int) -> list[dict[str, Any]]:
    """Where this edition differs from the one before."""
    before = Edition.objects.filter(article=article.pk, number=number - 1)
    texts = before.values("title", "standfirst", "body").first()
    if texts is None:
        return []
    return passages(texts, {"title": article.title, "standfirst": article.standfirst, "body": article.body})


def _keywords(article: Article) -> list[dict[str, Any]]:
    rows = article.keyword_rows.select_related("keyword").prefetch_related("keyword__labels")
    return [
        {
            "slug": row.keyword.slug,
            "name": row.keyword.preferred_label(article.language),
            "kind": row.keyword.kind,
        }
        for row in rows
    ]


def _history(article: Article, number: int) -> list[dict[str, Any]]:
    """The episodes before this one. What each of them changed is in its own edition."""
    last = Edition.objects.filter(article=article.pk, number__lt=number).order_by("-number").first()
    return list(last.snapshot["history"]) if last else []


def _episode(
    number: int, kind: str, note: str, published_at: datetime, changed: list[dict[str, Any]]
) -> dict[str, Any]:
    told = {"number": number, "kind": kind, "note": note, "published_at": published_at.isoformat()}
    return told | ({"passages": changed} if changed else {})
