"""One series as a line of points: where each stands, what is written at it, and what it says to whoever reaches it."""

from decimal import Decimal
from functools import partial
from typing import Literal

from django.utils.translation import gettext as _

from indicators.charts.spec import Line, Point
from indicators.observations.known import Known
from indicators.observations.models import Vintage
from indicators.observations.printing import digits, scaled
from indicators.observations.stated import as_printed, note_of, same_statement

BEYOND: dict[str, Literal["up", "down"]] = {
    Vintage.Qualifier.MORE_THAN: "up",
    Vintage.Qualifier.AT_LEAST: "up",
    Vintage.Qualifier.LESS_THAN: "down",
    Vintage.Qualifier.AT_MOST: "down",
}
SIGNS = {
    Vintage.Qualifier.ABOUT.value: "≈",
    Vintage.Qualifier.MORE_THAN.value: ">",
    Vintage.Qualifier.LESS_THAN.value: "<",
    Vintage.Qualifier.AT_LEAST.value: "≥",
    Vintage.Qualifier.AT_MOST.value: "≤",
}


def line_of(known: Known, mult: int, language: str) -> Line:
    """The newest statement about each period, in the scale of the axis; a withdrawn value is a gap."""
    points = {}
    for period in known.periods:
        if point := _point(known, period, mult, language):
            points[period] = point
    return Line(known.series.source.code, points)


def middle(vintage: Vintage) -> Decimal | None:
    """Where a statement is drawn: a range at its middle, labelled with both ends."""
    if vintage.low is not None and vintage.high is not None:
        return (vintage.low + vintage.high) / 2
    return vintage.value


def on_axis(vintage: Vintage, mult: int) -> Decimal | None:
    value = middle(vintage)
    return None if value is None else scaled(value, vintage.unit_mult - mult)


def _point(known: Known, period: str, mult: int, language: str) -> Point | None:
    newest = known.stated[period][-1]
    value = on_axis(newest, mult)
    if value is None:
        return None
    scale_told = newest.unit_mult != mult
    ranged = newest.low is not None and newest.high is not None
    return Point(
        value=value,
        label=as_printed(newest, None, language, scale=scale_told),
        note=note_of(newest),
        told=partial(_told, known, period, newest, language),
        earlier=_earlier(known.stated[period], mult),
        low=scaled(newest.low, newest.unit_mult - mult) if ranged and newest.low is not None else None,
        high=scaled(newest.high, newest.unit_mult - mult) if ranged and newest.high is not None else None,
        beyond=BEYOND.get(newest.qualifier, ""),
        short="" if scale_told else _short(newest),
        breaks=newest.status == Vintage.Status.BREAK,
    )


def _short(vintage: Vintage) -> str:
    """The statement in signs, where its words do not fit: “5.0–6.1”, “> 6.4”."""
    if vintage.low is not None and vintage.high is not None:
        return f"{digits(vintage.low)}–{digits(vintage.high)}"
    sign = SIGNS.get(vintage.qualifier)
    return f"{sign} {digits(vintage.value)}" if sign and vintage.value is not None else ""


def _earlier(stated: list[Vintage], mult: int) -> tuple[Decimal, ...]:
    """Values that differ from the newest, each once."""
    newest = stated[-1]
    found: dict[Decimal, None] = {}
    for vintage in stated[:-1]:
        value = on_axis(vintage, mult)
        if value is not None and not same_statement(vintage, newest):
            found[value] = None
    return tuple(found)


def _told(known: Known, period: str, newest: Vintage, language: str) -> str:
    """“2023, NBS: 3,335.71 billion RMB, preliminary, revised from 3,327.8 billion RMB”."""
    unit = known.series.unit
    parts = [f"{known.series.source.code}: {as_printed(newest, unit, language)}", note_of(newest)]
    if known.is_revised(period):
        first = as_printed(known.stated[period][0], unit, language)
        parts.append(_("revised from %(value)s") % {"value": first})
    return _(", ").join([period, *(part for part in parts if part)])
