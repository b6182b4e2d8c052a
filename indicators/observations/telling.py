"""Rows of observations as the API and the CSV tell them: from plain tuples to plain dicts, one pass, no ORM."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Context, Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

# Far beyond the 60 digits that a stored value may have: nothing is ever rounded here.
EXACT = Context(prec=200)
ONE = Decimal(1)


class Line(NamedTuple):
    """One vintage with the observation it belongs to, as the query returns it."""

    observation: int
    period: str
    period_start: date
    series: str
    indicator: str
    area: str
    source: str
    frequency: str
    unit: str
    factor: str
    base: str
    value: str | None
    low: str | None
    high: str | None
    qualifier: str
    unit_mult: int
    decimals: int
    status: str
    stated_on: date
    recorded_at: Any
    change_kind: str
    reason: str
    note: str
    release: str


def canonical(value: str | None, unit_mult: int, factor: str) -> str | None:
    """value x 10^unit_mult x unit factor, exactly, without exponent: ("3335.71", 9, "1") is "3335710000000"."""
    if value is None or value == "":
        return None
    number = Decimal(value).scaleb(unit_mult, EXACT)
    return format(number if factor == "1" else EXACT.multiply(number, Decimal(factor)), "f")


def _statement(line: Line) -> tuple[Any, ...]:
    """What a vintage says, comparable over scales: a restatement of the same is no revision."""
    scaled = [
        None if x is None else Decimal(x).scaleb(line.unit_mult, EXACT)
        for x in (line.value, line.low, line.high)
    ]
    return (*scaled, line.qualifier)


def is_revised(lines: Sequence[Line]) -> bool:
    """Whether the newest vintage says something else than one before it."""
    if len(lines) == 1:
        return False
    newest = _statement(lines[-1])
    return any(_statement(line) != newest for line in lines[:-1])


def _vintage(line: Line) -> dict[str, Any]:
    return {
        "value": line.value,
        "low": line.low,
        "high": line.high,
        "qualifier": line.qualifier,
        "unit_mult": line.unit_mult,
        "decimals": line.decimals,
        "status": line.status,
        "stated_on": line.stated_on,
        "recorded_at": line.recorded_at,
        "release": line.release,
        "change_kind": line.change_kind,
        "reason": line.reason,
        "note": line.note,
    }


def tell(lines: Sequence[Line]) -> dict[str, Any]:
    """One observation from its vintages, the oldest first."""
    newest = lines[-1]
    return {
        "key": f"{newest.series}:{newest.period}",
        "series": newest.series,
        "indicator": newest.indicator,
        "area": newest.area,
        "source": newest.source,
        "frequency": newest.frequency,
        "period": newest.period,
        "value": newest.value,
        "low": newest.low,
        "high": newest.high,
        "qualifier": newest.qualifier,
        "unit": newest.unit,
        "unit_mult": newest.unit_mult,
        "decimals": newest.decimals,
        "canonical": canonical(newest.value, newest.unit_mult, newest.factor),
        "canonical_unit": newest.base,
        "status": newest.status,
        "stated_on": newest.stated_on,
        "release": newest.release,
        "revised": is_revised(lines),
        "vintages": [_vintage(line) for line in lines],
    }


def by_observation(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[Line]]:
    """The vintages of each observation, from rows that keep those of one observation together."""
    for _observation, group in groupby(rows, key=itemgetter(0)):
        yield [Line._make(row) for row in group]
