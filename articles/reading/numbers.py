"""Figures of the week: what the newest articles quote, as its sources state it on the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.reading.trails import Trail, trails
from indicators.catalogue.models import Indicator

NUMBERS = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of the week."""

    indicator: Mapping[str, str]
    printed: str
    unit: str
    period: str
    area: str
    change: str
    revised_from: str
    source: Mapping[str, str]
    other: Mapping[str, Any] | None
    series: str = ""
    trail: Trail | None = None


def with_trails(shown: Sequence[Number], day: date, language: str) -> list[Number]:
    """The same figures with the periods before them, where there are any. One query."""
    found = trails([(each.series, each.period) for each in shown], day, language)
    return [replace(each, trail=found.get((each.series, each.period))) for each in shown]


def numbers(newest: Sequence[Edition], day: date) -> list[Number]:
    """Figures of the newest articles, as their sources state them on the day: levels, with the change beside."""
    figures: dict[str, Mapping[str, Any]] = {}
    for edition in newest:
        for figure in edition.figures:
            if figure["pinned"] and not _is_taken_back(figure, day):
                figures.setdefault(figure["indicator"]["code"], figure)
    found = Indicator.objects.filter(code__in=figures).values_list("code", "base_indicator__code")
    bases = {code: base for code, base in found if base in figures}
    changes = {base: figures[code] for code, base in bases.items()}
    # Levels that come with their change say most.
    alone = sorted((code for code in figures if code not in bases), key=lambda code: code not in changes)
    return [_number(figures[code], changes.get(code), day) for code in alone[:NUMBERS]]


def _number(figure: Mapping[str, Any], change: Mapping[str, Any] | None, day: date) -> Number:
    newer = entry_on(figure, day)["newer"]
    stated = newer or figure["pinned"]
    others = [each for each in figure["others"] if each["stated_on"] <= day.isoformat()]
    return Number(
        indicator=figure["indicator"],
        printed=stated["printed"],
        unit=unit_beside(stated["printed"], figure["unit"]["name"]),
        period=figure["period"],
        area=figure["area"]["name"],
        change=_stated(change, day) if change else "",
        revised_from=figure["pinned"]["printed"] if stated is newer else "",
        source=figure["source"],
        other=others[-1] if others else None,
        series=figure["observation"].partition(":")[0],
    )


def unit_beside(printed: str, unit: str) -> str:
    """The unit that is still to be said: “540 million” says nothing, “54.0%” says it all."""
    return "" if "%" in printed or unit in printed else unit


def _stated(figure: Mapping[str, Any], day: date) -> str:
    return str((entry_on(figure, day)["newer"] or figure["pinned"])["printed"])


def _is_taken_back(figure: Mapping[str, Any], day: date) -> bool:
    """Whether its source states nothing any more: then there is nothing to show as a figure of the week."""
    newer = entry_on(figure, day)["newer"]
    return bool(newer) and not newer["printed"]
