"""A clipping arrives. It is recognised, and compared with what is there, before anything is stored."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.intake.formats import Document
from articles.intake.layout import Layout, recognised
from articles.intake.models import Clipping
from articles.intake.proposing import figures_of
from articles.writing.models import Article
from taxonomy.folding import fold
from taxonomy.languages import Language

ARABIC, HAN = ("\u0600", "\u06ff"), ("\u4e00", "\u9fff")
FIELDS = ("title", "standfirst", "publication", "issued", "section", "page", "url", "printed_citation")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What is there already: the same text, or articles with the same citation."""

    clipping: Clipping | None
    articles: list[Article]


def digest(document: Document) -> str:
    """Of the words alone: spaces and the kinds of blocks make no other text."""
    return hashlib.sha256(" ".join(document.text.split()).encode()).hexdigest()


def duplicates_of(document: Document, layout: Layout) -> Duplicate:
    """Asked before anything is stored. Two queries."""
    same = Clipping.objects.filter(sha256=digest(document)).select_related("article").first()
    cited = Q(pk__in=[])
    if layout.printed_citation:
        cited |= Q(printed_citation__iexact=layout.printed_citation)
    if layout.url:
        cited |= Q(url=layout.url)
    if layout.title and layout.issued:
        cited |= Q(title__iexact=layout.title, issued=layout.issued)
    found = Article.objects.filter(cited, trashed_at=None).defer("body").order_by("pk")[:10]
    return Duplicate(same, list(found))


@transaction.atomic
def receive_clipping(
    document: Document, layout: Layout | None = None, *, name: str, by: Any, at: datetime
) -> Clipping:
    """Keep a clipping with what was recognised in it. The same text gives the clipping that is there, untouched."""
    kept = Clipping.objects.filter(sha256=digest(document)).first()
    if kept is not None:
        return kept
    layout = layout or recognised(document)
    language = language_of(document.text)
    blocks = [block.text for block in document.blocks]
    figures = figures_of(
        blocks, layout, language=language, day=day_of(layout.issued), today=timezone.localdate(at)
    )
    return Clipping.objects.create(
        sha256=digest(document),
        title=layout.title[:300],
        filename=name[-200:],
        text=document.text,
        blocks=[
            {"role": role.value, "kind": block.kind, "text": block.text}
            for role, block in zip(layout.roles, document.blocks, strict=True)
        ],
        fields={
            **{field: getattr(layout, field) for field in FIELDS},
            "authors": list(layout.authors),
            "keywords": layout.keywords,
            "language": language,
            "guessed": layout.guessed,
        },
        figures=figures,
        created_at=at,
        created_by=by,
    )


def language_of(text: str) -> str:
    """By the script of most letters."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    for (first, last), language in ((ARABIC, Language.URDU), (HAN, Language.CHINESE)):
        if sum(first <= letter <= last for letter in letters) * 2 > len(letters):
            return str(language.value)
    return str(Language.ENGLISH.value)


def day_of(issued: str) -> date | None:
    """The day of 2024-03-31; the last day that is sure of 2024-03 or 2024 is none."""
    try:
        return date.fromisoformat(issued) if len(issued) == len("2024-03-31") else None
    except ValueError:
        return None


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, however they are spaced and capitalised."""
    return fold(one) == fold(other)
