"""Figures that stopped being true: published, superseded, and waiting for a correction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.models import Quotation
from indicators.observations.querysets import day_of

MOST = 20


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


def superseded(at: datetime) -> QuerySet[Quotation]:
    """The quotations of current editions whose source has stated another value since."""
    current = Edition.objects.current(at).order_by()
    return Quotation.objects.filter(verdict="superseded", edition__in=current.values("pk"))


def no_longer_true(at: datetime) -> list[StaleEdition]:
    """Current editions that print superseded figures, newest first: one query."""
    day = day_of(at)
    editions = (
        Edition.objects.current(at)
        .filter(pk__in=Quotation.objects.filter(verdict="superseded").values("edition"))
        .only("article_id", "number", "title", "language", "slug", "figures")
        .order_by("-published_at")[:MOST]
    )
    found = []
    for edition in editions:
        stale = stale_figures(edition, day)
        if stale:
            found.append(StaleEdition(edition, stale))
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
