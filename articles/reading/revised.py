"""Figures we printed that their source has revised since: one question, for front page and corrections alike."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, QuerySet, When, Window
from django.db.models.functions import RowNumber

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.models import Quotation
from articles.reading.slices import page_query
from taxonomy.asking.as_of import AsOf


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """One printed figure, what its source states on the day that is asked about, and where it stands."""

    code: str
    name: str
    area: str
    period: str
    printed: str
    now: str
    since: date
    source: str
    release_url: str
    title: str
    url: str
    language: str


def revised_figures(asof: AsOf, *, limit: int) -> list[RevisedFigure]:
    """Figures of current editions that were revised by that day, last revised first. One query.

    A text that prints the same figure several times is told of once, at the first of them.
    """
    of_text = Window(RowNumber(), partition_by=["edition", "observation"], order_by="position")
    once = _revised(asof).annotate(place=of_text).filter(place=1)
    return _all_told(once.order_by("-revised_on", "edition", "position")[:limit], asof)


def revised_observations(asof: AsOf, *, limit: int, language: str) -> list[RevisedFigure]:
    """As `revised_figures`, each observation once, however many articles and translations print it. One query.

    Args:
        language: in which an observation is told if it is printed there.
    """
    of_observation = Window(
        RowNumber(),
        partition_by="observation",
        order_by=[Case(When(edition__language=language, then=0), default=1), "edition", "position"],
    )
    once = _revised(asof).annotate(place=of_observation).filter(place=1)
    return _all_told(once.order_by("-revised_on", "edition", "position")[:limit], asof)


def _revised(asof: AsOf) -> QuerySet[Quotation]:
    current = Edition.objects.current(asof.moment)
    revised = Quotation.objects.filter(
        verdict=Quotation.Judged.SUPERSEDED, revised_on__lte=asof.day, edition__in=current.values("pk")
    )
    shown = ("position", "edition__figures", "edition__title", "edition__slug", "edition__language")
    return revised.select_related("edition").only(*shown)


def _all_told(rows: QuerySet[Quotation], asof: AsOf) -> list[RevisedFigure]:
    found = (_told(row, asof) for row in rows)
    return [each for each in found if each]


def _told(row: Quotation, asof: AsOf) -> RevisedFigure | None:
    figure = next((each for each in row.edition.figures if each["n"] == row.position), None)
    newer: dict[str, Any] | None = entry_on(figure, asof.day)["newer"] if figure else None
    if figure is None or newer is None:
        return None
    return RevisedFigure(
        code=figure["indicator"]["code"],
        name=figure["indicator"]["short_name"] or figure["indicator"]["name"],
        area=figure["area"]["name"],
        period=figure["period"],
        printed=figure["text"],
        now=newer["printed"],
        since=date.fromisoformat(newer["stated_on"]),
        source=figure["source"]["code"],
        release_url=newer["release"]["url"],
        title=row.edition.title,
        url=f"{row.edition.get_absolute_url()}{page_query(asof)}#f{row.position}",
        language=row.edition.language,
    )
