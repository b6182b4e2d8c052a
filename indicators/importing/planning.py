"""What a file would change: each statement beside what was known, and what in it deserves a second look. Pure."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import log10
from typing import NamedTuple

from indicators.importing.statements import Fault, Statement
from indicators.observations.periods import parse_period
from indicators.observations.printing import scaled

# How far a statement may lie from what it is compared with before it is asked about.
REVISION_DEVIATION = Decimal("0.25")
NEIGHBOUR_DEVIATION = Decimal(1)


class Kind(StrEnum):
    """What a statement is beside what was known by its day."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EMPTY = "empty"


CHANGES = (Kind.NEW, Kind.REVISED, Kind.CORRECTED, Kind.WITHDRAWN)


class Known(NamedTuple):
    """The newest that was stated of an observation by the day of the import; `value` None where it was withdrawn.

    `plain` is False for ranges and qualified values; `twice` says that this release stated it on this day already.
    """

    observation: int
    value: Decimal | None
    unit_mult: int
    plain: bool
    printed: str
    twice: bool


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """What the judgement needs of a series: the code of its unit, and whether its values are levels."""

    unit: str
    is_level: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the plan."""

    statement: Statement
    kind: Kind
    before: Known | None
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """Everything that a file would change, and what is wrong in it."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many lines of each kind, and how many are suspicious."""
        told = {kind.value: 0 for kind in Kind} | {"suspicious": 0}
        for entry in self.entries:
            told[entry.kind] += 1
            told["suspicious"] += bool(entry.reasons)
        return told

    @property
    def changes(self) -> list[Entry]:
        """What would be recorded."""
        return [each for each in self.entries if each.kind in CHANGES]

    def fingerprint(self) -> str:
        """Of exactly these changes: a confirmation is good for them and no others."""
        told = hashlib.sha256()
        for each in self.changes:
            before = each.before
            was = (before.observation, before.value, before.unit_mult) if before else ()
            now = each.statement
            stated = (now.series, now.period, now.value, now.unit_mult, now.decimals, now.status)
            told.update(repr((*stated, each.kind, was)).encode())
        return told.hexdigest()[:32]


def planned(
    statements: Iterable[Statement],
    known: Mapping[tuple[str, str], Known],
    facts: Mapping[str, SeriesFacts],
) -> Plan:
    """Judge every statement.

    Args:
        statements: readable rows, each series and period once.
        known: what had been stated by the day of the import, by series and period.
        facts: of every series named.
    """
    plan = Plan()
    by_series: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        by_series[each.series].append(each)
    periods: defaultdict[str, list[str]] = defaultdict(list)
    for code, period in known:
        if code in by_series:
            periods[code].append(period)
    for code in sorted(by_series):
        _plan_series(plan, by_series[code], known, periods[code], facts[code])
    return plan


def _plan_series(
    plan: Plan,
    statements: Sequence[Statement],
    known: Mapping[tuple[str, str], Known],
    periods: Sequence[str],
    facts: SeriesFacts,
) -> None:
    code = statements[0].series
    values = {period: _full(known[code, period]) for period in periods}
    ordered = sorted(statements, key=lambda each: parse_period(each.period).start)
    history = sorted(
        ({*periods, *(each.period for each in ordered)}), key=lambda each: parse_period(each).start
    )
    values |= {each.period: _stated(each) for each in ordered}
    previous = dict(zip(history[1:], history, strict=False))
    for each in ordered:
        before = known.get((code, each.period))
        kind = _kind(each, before)
        if kind in (Kind.REVISED, Kind.CORRECTED) and before is not None and before.twice:
            told = f"this release stated {before.printed} of {code} {each.period} on this day already."
            plan.faults.append(Fault(each.row, "", told))
            continue
        reasons: tuple[str, ...] = ()
        if kind != Kind.UNCHANGED and each.value is not None:
            earlier = previous.get(each.period)
            reasons = tuple(_reasons(each, before, earlier, values.get(earlier or ""), facts))
        elif kind == Kind.WITHDRAWN:
            reasons = ("withdrawn",)
        plan.entries.append(Entry(each, kind, before, reasons))


def _full(known: Known) -> Decimal | None:
    return scaled(known.value, known.unit_mult) if known.value is not None else None


def _stated(statement: Statement) -> Decimal | None:
    return scaled(statement.value, statement.unit_mult) if statement.value is not None else None


def _kind(statement: Statement, before: Known | None) -> Kind:
    if statement.value is None:
        return Kind.WITHDRAWN if before is not None and before.value is not None else Kind.EMPTY
    if before is None:
        return Kind.NEW
    if before.plain and _full(before) == _stated(statement):
        return Kind.UNCHANGED
    return Kind.CORRECTED if statement.corrects else Kind.REVISED


def _reasons(
    statement: Statement,
    before: Known | None,
    earlier: str | None,
    neighbour: Decimal | None,
    facts: SeriesFacts,
) -> Iterable[str]:
    """`unit:kW`, `scale:3`, `sign`, `deviation:120`, `gap:2021`; a withdrawal has its own, `withdrawn`."""
    now = _stated(statement) or Decimal(0)
    if statement.unit and statement.unit != facts.unit:
        yield f"unit:{statement.unit}"
    was = _full(before) if before else None
    compared, most = (was, REVISION_DEVIATION) if was is not None else (neighbour, NEIGHBOUR_DEVIATION)
    if compared is not None and (was is not None or facts.is_level):
        yield from _far(now, compared, most, is_level=facts.is_level)
    if before is None and earlier is not None:
        last, first = parse_period(earlier), parse_period(statement.period)
        if (first.start - last.end).days != 1:
            yield f"gap:{earlier}"


def _far(now: Decimal, compared: Decimal, most: Decimal, *, is_level: bool) -> Iterable[str]:
    if not compared or not now:
        return
    ratio = now / compared
    if ratio < 0:
        if is_level:
            yield "sign"
        return
    power = round(log10(float(ratio)))
    if abs(power) > 1 or (power and abs(ratio.scaleb(-power) - 1) < Decimal("0.35")):
        yield f"scale:{power}"
    elif abs(ratio - 1) > most:
        yield f"deviation:{(abs(ratio - 1) * 100).quantize(Decimal(1))}"
