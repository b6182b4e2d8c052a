"""The rules. Each looks at all figures of an article and tells what deserves a second look. Pure, no queries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from indicators.observations.periods import parse_period

HALF, WHOLE = Decimal("0.5"), Decimal(100)
PARTS = (
    ("S1", "S2"),
    ("Q1", "Q2", "Q3", "Q4"),
    tuple(f"{month:02}" for month in range(1, 13)),
)
# What is produced in the parts of a year comes to about the year; what exists at their ends comes to a multiple.
NEAR = (Decimal("0.5"), Decimal("1.5"))


class Other(NamedTuple):
    """What was stated of another period of the same series, or of the same by another source, in full."""

    label: str
    value: Decimal
    stated_on: date


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of an article with what it quotes. `value` and `step` (one of its last place) are written out in full.

    `base` is the indicator that a change or share is one of; `periods` and `sources` are known by the day of the
    article, the newest of each.
    """

    n: int
    text: str
    reference: str
    value: Decimal
    step: Decimal
    indicator: int
    base: int | None
    kind: str
    area: int
    source: str
    period: str
    periods: tuple[Other, ...] = ()
    sources: tuple[Other, ...] = ()


class Note(NamedTuple):
    """What a rule found: its name, the figures, and the words that its sentence needs."""

    rule: str
    figures: tuple[int, ...]
    words: tuple[str, ...]


def cross_checked(facts: Sequence[Fact]) -> list[Note]:
    """All rules, in the order of the text."""
    rules = (
        *(printed_two_ways, growth_and_levels, shares_beyond_the_whole, parts_of_a_year),
        *(newer_period, sources_disagree),
    )
    return sorted(chain.from_iterable(rule(facts) for rule in rules), key=lambda note: note.figures)


def printed_two_ways(facts: Sequence[Fact]) -> Iterator[Note]:
    """The same observation with two numbers."""
    same: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fact.reference].append(fact)
    for group in same.values():
        first = group[0]
        for other in group[1:]:
            if other.value != first.value:
                yield Note("two-ways", (first.n, other.n), (first.text, other.text))


def growth_and_levels(facts: Sequence[Fact]) -> Iterator[Note]:
    """A published rate beside two levels that give another one. Bases are revised, so neither need be wrong."""
    levels = {
        (each.indicator, each.area, each.source, each.period): each for each in facts if each.kind == "level"
    }
    for change in facts:
        if change.kind != "change" or change.base is None:
            continue
        now = levels.get((change.base, change.area, change.source, change.period))
        before = levels.get((change.base, change.area, change.source, _a_year_earlier(change.period)))
        if now is None or before is None or not before.value:
            continue
        low, high = _growth(before, now)
        least, most = sorted((abs(low), abs(high)))
        if low <= 0 <= high:
            least = Decimal(0)
        if not least - change.step * HALF <= abs(change.value) <= most + change.step * HALF:
            derived = f"{(now.value / before.value - 1) * WHOLE:.1f}%"
            yield Note("growth", (before.n, now.n, change.n), (before.text, now.text, derived, change.text))


def _growth(before: Fact, now: Fact) -> tuple[Decimal, Decimal]:
    """The least and the most that two rounded levels allow, in percent."""
    ends = (
        (now.value + a * now.step * HALF) / (before.value + b * before.step * HALF) - 1
        for a in (-1, 1)
        for b in (-1, 1)
    )
    found = sorted(end * WHOLE for end in ends)
    return found[0], found[-1]


def _a_year_earlier(period: str) -> str:
    year, rest = period[:4], period[4:]
    return f"{int(year) - 1:04}{rest}" if year.isdigit() else ""


def shares_beyond_the_whole(facts: Sequence[Fact]) -> Iterator[Note]:
    """Shares of one total that come to more than all of it."""
    parts: defaultdict[tuple[int, int, str, str], dict[int, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.kind == "share" and fact.base is not None:
            parts[fact.base, fact.area, fact.source, fact.period].setdefault(fact.indicator, fact)
    for group in parts.values():
        total = sum((each.value for each in group.values()), Decimal(0))
        slack = sum((each.step * HALF for each in group.values()), Decimal(0))
        if len(group) > 1 and total > WHOLE + slack:
            numbers = tuple(sorted(each.n for each in group.values()))
            yield Note("shares", numbers, (f"{total.normalize():f}%",))


def parts_of_a_year(facts: Sequence[Fact]) -> Iterator[Note]:
    """All halves, quarters or months of a year beside its total, which they do not come to."""
    levels: defaultdict[tuple[int, int, str], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.kind == "level":
            levels[fact.indicator, fact.area, fact.source].setdefault(fact.period, fact)
    for printed in levels.values():
        for year, total in printed.items():
            for names in PARTS if len(year) == 4 else ():
                parts = [printed[period] for name in names if (period := f"{year}-{name}") in printed]
                if len(parts) == len(names) and (found := _sum_apart(parts, total)) is not None:
                    numbers = tuple(sorted(each.n for each in (*parts, total)))
                    yield Note("parts", numbers, (f"{found.normalize():,f}", total.text))


def _sum_apart(parts: Sequence[Fact], total: Fact) -> Decimal | None:
    """The sum of the parts where it is not the total, by more than the rounded last places allow."""
    found = sum((each.value for each in parts), Decimal(0))
    slack = sum((each.step * HALF for each in (*parts, total)), Decimal(0))
    if not total.value or abs(found - total.value) <= slack:
        return None
    return found if NEAR[0] <= found / total.value <= NEAR[1] else None


def newer_period(facts: Sequence[Fact]) -> Iterator[Note]:
    """A figure of a period after which the source has stated a newer one, that the article does not quote."""
    told: set[str] = set()
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        quoted[_series(fact)].add(fact.period)
    for fact in facts:
        newest = max(fact.periods, key=lambda other: parse_period(other.label).start, default=None)
        series = _series(fact)
        if newest is None or series in told or newest.label in quoted[series]:
            continue
        if all(parse_period(newest.label).start > parse_period(period).start for period in quoted[series]):
            told.add(series)
            yield Note("newer", (fact.n,), (fact.text, fact.period, fact.source, newest.label))


def sources_disagree(facts: Sequence[Fact]) -> Iterator[Note]:
    """One source is quoted where another one states something else."""
    given = {(each.indicator, each.area, each.period, each.source) for each in facts}
    for fact in facts:
        for other in fact.sources:
            if (fact.indicator, fact.area, fact.period, other.label) in given:
                continue
            if abs(other.value - fact.value) > fact.step * HALF:
                yield Note("sources", (fact.n,), (fact.text, fact.source, other.label))


def _series(fact: Fact) -> str:
    return fact.reference.rpartition(":")[0]
