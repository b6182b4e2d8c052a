"""Figures that stopped being true: published, superseded, and waiting for a correction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.models import Quotation
from articles.writing.models import Article
from indicators.observations.querysets import day_of

MOST = 20
# Who records what sources state wants to know what it did to the pages.
KEEPS_DATA = ("indicators.view_vintage", "articles.view_edition")


@dataclass(frozen=True, slots=True)
class Stale:
    """A figure of a current edition that its source has revised since."""

    n: int
    label: str
    printed: str
    now: str
    source: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class StaleEdition:
    """A current edition with the figures that stopped being true."""

    edition: Any
    figures: list[Stale]
    may_correct: bool = False


def concerning(person: Any, at: datetime) -> QuerySet[Any]:
    """Current editions whose figures are this person's business: of their articles, or all where they keep the data."""
    current = Edition.objects.current(at)
    if person.has_perms(KEEPS_DATA):
        return current
    return current.filter(article__in=Article.objects.visible_to(person).order_by().values("pk"))


def superseded(person: Any, at: datetime) -> QuerySet[Quotation]:
    """The quotations of current editions whose source has stated another value since."""
    current = concerning(person, at).order_by()
    return Quotation.objects.filter(verdict="superseded", edition__in=current.values("pk"))


def no_longer_true(person: Any, at: datetime) -> list[StaleEdition]:
    """Current editions that print superseded figures, newest first: one query."""
    day = day_of(at)
    own = Article.objects.visible_to(person).filter(pk=OuterRef("article"))
    editions = (
        concerning(person, at)
        .filter(pk__in=Quotation.objects.filter(verdict="superseded").values("edition"))
        .only("article_id", "number", "title", "language", "slug", "figures")
        .annotate(is_known=Exists(own))
        .order_by("-published_at", "pk")[:MOST]
    )
    writes = person.has_perm("articles.change_article")
    found = []
    for edition in editions:
        stale = stale_figures(edition, day)
        if stale:
            found.append(StaleEdition(edition, stale, writes and edition.is_known))
    return found


def stale_figures(edition: Any, day: date) -> list[Stale]:
    """The figures of an edition whose source states another value by that day."""
    return [_stale(figure, entry) for figure in edition.figures if (entry := _revised(figure, day))]


def _revised(figure: dict[str, Any], day: date) -> dict[str, Any] | None:
    entry = entry_on(figure, day)
    return entry if entry["state"] == "revised" and entry["newer"] else None


def _stale(figure: dict[str, Any], entry: dict[str, Any]) -> Stale:
    newer = entry["newer"]
    return Stale(
        n=figure["n"],
        label=f"{figure['indicator']['short_name']}, {figure['period']}",
        printed=figure["text"],
        now=newer["printed"],
        source=figure["source"]["code"],
        stated_on=newer["stated_on"],
    )
