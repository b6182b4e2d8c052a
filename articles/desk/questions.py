"""What waits for an editor, in order of harm."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.models import Quotation
from articles.writing import states
from articles.writing.models import Article
from indicators.observations.querysets import day_of

MOST = 20


@dataclass(frozen=True, slots=True)
class Stale:
    """A figure of a current edition that its source has revised since."""

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
        stale = [_stale(figure, entry) for figure in edition.figures if (entry := _revised(figure, day))]
        if stale:
            found.append(StaleEdition(edition, stale))
    return found


def _revised(figure: dict[str, Any], day: date) -> dict[str, Any] | None:
    entry = entry_on(figure, day)
    return entry if entry["state"] == "revised" and entry["newer"] else None


def _stale(figure: dict[str, Any], entry: dict[str, Any]) -> Stale:
    newer = entry["newer"]
    return Stale(
        label=f"{figure['indicator']['short_name']}, {figure['period']}",
        printed=figure["text"],
        now=newer["printed"],
        source=figure["source"]["code"],
        stated_on=newer["stated_on"],
    )


def mine(person: Any, at: datetime) -> QuerySet[Any]:
    """What a person has begun and readers do not have yet."""
    own = states.with_state(Article.objects.filter(created_by=person).defer("body"), at)
    return own.filter(state__in=[states.DRAFT, states.CHANGED]).order_by("-updated_at")[:MOST]


def scheduled(at: datetime) -> QuerySet[Any]:
    """Editions whose time has not come, soonest first."""
    return (
        Edition.objects.filter(published_at__gt=at, withdrawn_at=None).light().order_by("published_at")[:MOST]
    )
