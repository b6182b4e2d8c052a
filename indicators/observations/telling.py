"""Observations as the API and the CSV tell them: from plain tuples to plain dicts in one pass, without the ORM."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Context, Decimal
from typing import Any, NamedTuple

# Far beyond the 60 digits that a stored value may have: nothing is ever rounded here.
EXACT = Context(prec=200)


class Place(NamedTuple):
    """An observation and what its series is, as a query returns it."""

    period: str
    series: str
    indicator: str
    area: str
    source: str
    frequency: str
    unit: str
    factor: str
    base: str


class Line(NamedTuple):
    """One vintage, as the query of vintages returns it."""

    observation: int
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
    if not value:
        return None
    number = Decimal(value).scaleb(unit_mult, EXACT)
    return format(number if factor == "1" else EXACT.multiply(number, Decimal(factor)), "f")


def _statement(line: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a vintage says, comparable over scales: a restatement of the same is no revision."""
    numbers = line[1:4]
    scaled = (None if number is None else Decimal(number).scaleb(line[5], EXACT) for number in numbers)
    return (*scaled, line[4])


def is_revised(lines: Sequence[tuple[Any, ...]]) -> bool:
    """Whether the newest vintage says something else than one before it."""
    newest = _statement(lines[-1])
    return any(_statement(line) != newest for line in lines[:-1])


def tell(
    place: tuple[Any, ...], lines: Sequence[tuple[Any, ...]], errors: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """One observation from its vintages, the oldest first. Plain tuples in the order of `Place` and `Line`.

    Args:
        errors: what we declared to be wrong of it, as plain data.
    """
    vintages = [_vintage(line) for line in lines]
    newest = vintages[-1]
    period, series, indicator, area, source, frequency, unit, factor, base = place
    return {
        "key": f"{series}:{period}",
        "series": series,
        "indicator": indicator,
        "area": area,
        "source": source,
        "frequency": frequency,
        "period": period,
        "value": newest["value"],
        "low": newest["low"],
        "high": newest["high"],
        "qualifier": newest["qualifier"],
        "unit": unit,
        "unit_mult": newest["unit_mult"],
        "decimals": newest["decimals"],
        "canonical": canonical(newest["value"], newest["unit_mult"], factor),
        "canonical_unit": base,
        "status": newest["status"],
        "stated_on": newest["stated_on"],
        "release": newest["release"],
        "revised": len(lines) > 1 and is_revised(lines),
        "declared_errors": list(errors),
        "vintages": vintages,
    }


def _vintage(line: tuple[Any, ...]) -> dict[str, Any]:
    (_id, value, low, high, qualifier, unit_mult, decimals, status) = line[:8]
    (stated_on, recorded_at, change_kind, reason, note, release) = line[8:]
    return {
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


def by_observation(lines: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    """The vintages of each observation, in the order in which they come."""
    groups: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for line in lines:
        groups[line[0]].append(line)
    return groups
