"""Observations as the API and the CSV tell them: from plain tuples to plain dicts in one pass, without the ORM."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

# Far beyond the 60 digits that a stored value may have: nothing is ever rounded here.
EXACT = Context(prec=200)


class Facts(NamedTuple):
    """What all observations of a series have in common."""

    series: str
    indicator: str
    area: str
    source: str
    frequency: str
    unit: str
    factor: Decimal
    base: str


class Line(NamedTuple):
    """One vintage with its observation, as the query returns it."""

    observation: int
    series: int
    period: str
    period_start: date
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


def canonical(value: str | None, unit_mult: int, factor: Decimal) -> str | None:
    """value x 10^unit_mult x unit factor, exactly, without exponent: ("3335.71", 9, 1) is "3335710000000"."""
    if not value:
        return None
    number = Decimal(value).scaleb(unit_mult, EXACT)
    return format(number if factor == 1 else EXACT.multiply(number, factor), "f")


def _statement(line: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a vintage says, comparable over scales: a restatement of the same is no revision."""
    numbers = line[4:7]
    scaled = (None if number is None else Decimal(number).scaleb(line[8], EXACT) for number in numbers)
    return (*scaled, line[7])


def is_revised(lines: Sequence[tuple[Any, ...]]) -> bool:
    """Whether the newest vintage says something else than one before it."""
    newest = _statement(lines[-1])
    return any(_statement(line) != newest for line in lines[:-1])


def tell(lines: Sequence[tuple[Any, ...]], catalogue: Mapping[int, Facts]) -> dict[str, Any]:
    """One observation from its vintages, the oldest first. Lines are plain tuples in the order of `Line`."""
    vintages = []
    for line in lines:
        (_id, of, period, _start, value, low, high, qualifier, unit_mult, decimals, status) = line[:11]
        (stated_on, recorded_at, change_kind, reason, note, release) = line[11:]
        vintages.append(
            {
                "value": value,
                "low": low,
                "high": high,
                "qualifier": qualifier,
                "unit_mult": unit_mult,
                "decimals": decimals,
                "status": status,
                "stated_on": stated_on,
                "recorded_at": recorded_at,
                "release": release,
                "change_kind": change_kind,
                "reason": reason,
                "note": note,
            }
        )
    series, indicator, area, source, frequency, unit, factor, base = catalogue[of]
    return {
        "key": f"{series}:{period}",
        "series": series,
        "indicator": indicator,
        "area": area,
        "source": source,
        "frequency": frequency,
        "period": period,
        "value": value,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "unit": unit,
        "unit_mult": unit_mult,
        "decimals": decimals,
        "canonical": canonical(value, unit_mult, factor),
        "canonical_unit": base,
        "status": status,
        "stated_on": stated_on,
        "release": release,
        "revised": len(lines) > 1 and is_revised(lines),
        "vintages": vintages,
    }


def by_observation(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    """The vintages of each observation, from rows that keep those of one observation together."""
    for _observation, group in groupby(rows, key=itemgetter(0)):
        yield list(group)
