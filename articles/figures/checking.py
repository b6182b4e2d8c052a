"""Check a printed figure against all that sources stated, as known on a day. Pure: no Django, no floats."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from articles.figures.declared import DeclaredError, error_on
from articles.figures.judging import (
    ABOUT_TOLERANCE,
    StatedValue,
    UnitFacts,
    Verdict,
    judge,
    judge_with_slip,
    state,
)
from articles.figures.numerals import Qualifier, StatedFigure

__all__ = [
    "ABOUT_TOLERANCE",
    "DeclaredError",
    "Finding",
    "Neighbour",
    "StatedValue",
    "TimelineEntry",
    "UnitFacts",
    "Verdict",
    "check",
    "judge",
    "pin",
    "state",
    "timeline",
]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A vintage an editor may have meant: of another source, or of another period of the same series."""

    kind: Literal["source", "period"]
    label: str
    value: StatedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict with its evidence.

    `pinned` is the vintage that was quoted, `current` the newest one known, `newer` the same where it
    disagrees and was stated after the pinned one. With `scale`, the print is 10^power times the statement.
    `declared` is an error of the source that we declared, where it decides: the print agrees with one of source
    and correction only. With the correction the verdict is `corrected`; with the source it is what it would be.
    """

    verdict: Verdict
    pinned: StatedValue | None = None
    newer: StatedValue | None = None
    agrees_with: Neighbour | None = None
    tolerance: Decimal | None = None
    current: StatedValue | None = None
    power: int | None = None
    declared: DeclaredError | None = None

    @property
    def state(self) -> str:
        """The mark a reader sees."""
        return "disputed" if self.declared else state(self.verdict)

    @property
    def warns(self) -> bool:
        """Asks before publishing."""
        return self.verdict.warns or (self.declared is not None and self.verdict.holds)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """From this day on the finding is this one, until the next entry."""

    day: date
    finding: Finding


def pin(
    stated: StatedFigure, vintages: Iterable[StatedValue], published_on: date, units: Mapping[str, UnitFacts]
) -> StatedValue | None:
    """The newest vintage stated by that day that agrees with the print; else the newest by then."""
    by_then = _known(vintages, published_on)
    agreeing = (vintage for vintage in reversed(by_then) if judge(stated, vintage, units).holds)
    return next(agreeing, by_then[-1] if by_then else None)


def check(
    stated: StatedFigure,
    vintages: Iterable[StatedValue],
    *,
    published_on: date,
    as_of: date,
    neighbours: Sequence[Neighbour] = (),
    errors: Sequence[DeclaredError] = (),
    units: Mapping[str, UnitFacts],
) -> Finding:
    """The verdict on a print, as known at the end of `as_of`.

    The newest known vintage decides. Where it disagrees, the print may agree with what we hold to be right instead
    (see `Finding.declared`). Where it disagrees and an earlier one agreed, the print is superseded;
    otherwise the newest word of another source may agree, then another period of the same series; else the
    print is wrong.
    """
    known = _known(vintages, as_of)
    if not known:
        return Finding(verdict=Verdict.NO_DATA)
    current = known[-1]
    pinned = pin(stated, known, published_on, units)
    tolerance = ABOUT_TOLERANCE if stated.qualifier == Qualifier.ABOUT else None
    verdict, power = judge_with_slip(stated, current, units)
    plain = Finding(verdict=verdict, pinned=pinned, tolerance=tolerance, current=current)
    error = error_on(as_of, errors)
    if error is not None and verdict.holds != judge(stated, error.right, units).holds:
        return replace(plain, verdict=verdict if verdict.holds else Verdict.CORRECTED, declared=error)
    if verdict.holds:
        return plain
    agreed = [vintage for vintage in known if judge(stated, vintage, units).holds]
    if agreed:
        # A print may be a day ahead of its source: the vintage that bore it out then stands as pinned.
        quoted = pinned if pinned in agreed else agreed[-1]
        return replace(plain, verdict=Verdict.SUPERSEDED, pinned=quoted, newer=current)
    meant = None if verdict is Verdict.NO_DATA else _meant(stated, neighbours, as_of, units)
    if meant is not None:
        verdict, power = Verdict.OTHER_SOURCE if meant.kind == "source" else Verdict.PERIOD, None
    elif verdict is Verdict.CONTRADICTED:
        verdict, power = _earlier_slip(stated, known[:-1], units)
    newer = current if pinned != current else None
    return replace(plain, verdict=verdict, newer=newer, agrees_with=meant, power=power)


def timeline(
    stated: StatedFigure,
    vintages: Sequence[StatedValue],
    *,
    published_on: date,
    neighbours: Sequence[Neighbour] = (),
    errors: Sequence[DeclaredError] = (),
    units: Mapping[str, UnitFacts],
) -> list[TimelineEntry]:
    """The findings from `published_on` on, one entry for each day on which the finding changes.

    For every day from then on, the entry in force equals `check` with that day as `as_of`.
    """
    changes = {vintage.stated_on for vintage in (*vintages, *(neighbour.value for neighbour in neighbours))}
    changes |= {day for error in errors for day in (error.declared_on, error.closed_on) if day is not None}
    entries: list[TimelineEntry] = []
    for day in sorted({published_on, *(day for day in changes if day > published_on)}):
        finding = check(
            stated,
            vintages,
            published_on=published_on,
            as_of=day,
            neighbours=neighbours,
            errors=errors,
            units=units,
        )
        if not entries or entries[-1].finding != finding:
            entries.append(TimelineEntry(day, finding))
    return entries


def _earlier_slip(
    stated: StatedFigure, earlier: Sequence[StatedValue], units: Mapping[str, UnitFacts]
) -> tuple[Verdict, int | None]:
    """The same slip against what was stated before: a figure copied from an old release with a wrong scale."""
    slips = (judge_with_slip(stated, vintage, units) for vintage in reversed(earlier))
    named = (slip for slip in slips if slip[0] in {Verdict.SCALE, Verdict.UNIT})
    return next(named, (Verdict.CONTRADICTED, None))


def _known(vintages: Iterable[StatedValue], day: date) -> list[StatedValue]:
    known = (vintage for vintage in vintages if vintage.stated_on <= day)
    return sorted(known, key=_order)


def _meant(
    stated: StatedFigure, neighbours: Sequence[Neighbour], as_of: date, units: Mapping[str, UnitFacts]
) -> Neighbour | None:
    """The neighbour whose newest word by then agrees: another source first, then another period."""
    newest: dict[tuple[str, str], Neighbour] = {}
    for neighbour in neighbours:
        held = newest.get((neighbour.kind, neighbour.label))
        if neighbour.value.stated_on <= as_of and (
            held is None or _order(held.value) < _order(neighbour.value)
        ):
            newest[neighbour.kind, neighbour.label] = neighbour
    verdicts = [(neighbour, judge(stated, neighbour.value, units)) for neighbour in newest.values()]
    sources = (n for n, verdict in verdicts if n.kind == "source" and verdict.holds)
    # Another period is only meant where the numbers are the same: "more than 5" is true of many years.
    named = {Verdict.EXACT, Verdict.ROUNDED}
    periods = (n for n, verdict in verdicts if n.kind == "period" and verdict in named)
    return next(sources, None) or next(periods, None)


def _order(vintage: StatedValue) -> tuple[date, datetime, int]:
    return vintage.stated_on, vintage.recorded_at, vintage.key
