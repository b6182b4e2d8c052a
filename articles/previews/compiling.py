"""The page of a copy as readers would have it now, compiled without storing anything."""

from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from articles.citations.dates import parse_issued
from articles.citations.models import Agent, Publication
from articles.editions.models import Edition
from articles.editions.rendering import Page, page_on
from articles.figures.describing import described
from articles.figures.reading import figures_of_body
from articles.media.remembering import pictures_of
from articles.revisions.copies import Copy, put_in
from articles.writing.models import Article
from taxonomy.models import Keyword


def preview_of(copy: Copy, article: Article | None, at: datetime) -> tuple[Edition, Page]:
    """What publishing this copy now would show. Nothing is written.

    Args:
        article: the stored article it belongs to, for its history; None for one that is not stored yet.

    Raises:
        ValidationError: the body is too long.
    """
    shown = Article(slug=article.slug if article else "preview", pk=article.pk if article else None)
    put_in(shown, {**copy, "slug": shown.slug})
    last = Edition.objects.filter(article=article.pk).order_by("-number").first() if article else None
    number = last.number + 1 if last else 1
    edition = Edition(
        article_id=shown.pk,
        number=number,
        kind=Edition.Kind.UPDATE if last else Edition.Kind.FIRST,
        published_at=at,
        first_published_at=last.first_published_at if last else at,
        snapshot={
            **_citation(shown),
            **pictures_of(shown),
            "contributors": _contributors(copy),
            "keywords": _keywords(copy, shown.language),
            "history": [*(last.snapshot["history"] if last else ()), _episode(number, last, at)],
        },
        settled_on=timezone.localdate(at),
        **{name: getattr(shown, name) for name in ("slug", "language", "title", "standfirst", "body")},
    )
    day = timezone.localdate(at)
    with translation.override(edition.language):
        readings = figures_of_body(edition.body, published_on=day, as_of=day)
        told = [described(reading, edition.language) for reading in readings]
    edition.figures = [figure for figure in told if figure]
    return edition, page_on(edition, day)


def _episode(number: int, last: Edition | None, at: datetime) -> dict[str, Any]:
    kind = Edition.Kind.UPDATE if last else Edition.Kind.FIRST
    return {"number": number, "kind": kind.value, "note": "", "published_at": at.isoformat()}


def _citation(shown: Article) -> dict[str, Any]:
    publication: Publication | None = shown.publication
    parts = parse_issued(shown.issued) if shown.issued else ()
    return {
        "publication": publication.told() if publication else None,
        "issued_slashes": "/".join(f"{part:02d}" for part in parts),
        **{
            name: getattr(shown, name)
            for name in ("issued", "section", "page", "url", "rights", "printed_citation")
        },
    }


def _contributors(copy: Copy) -> list[dict[str, Any]]:
    rows = copy.get("contributions") or []
    agents = Agent.objects.in_bulk([row["agent"] for row in rows], field_name="slug")
    columns = ("slug", "name", "family", "given", "kind")
    return [
        {**{name: getattr(agents[row["agent"]], name) for name in columns}, "role": row["role"]}
        for row in rows
        if row["agent"] in agents
    ]


def _keywords(copy: Copy, language: str) -> list[dict[str, Any]]:
    slugs = list(copy.get("keywords") or [])
    found = {each.slug: each for each in Keyword.objects.filter(slug__in=slugs).prefetch_related("labels")}
    return [
        {"slug": slug, "name": found[slug].preferred_label(language), "kind": found[slug].kind}
        for slug in slugs
        if slug in found
    ]
