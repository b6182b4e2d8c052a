"""Judge one print against one statement of a source. Pure: no Django, never a float."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from enum import StrEnum

from articles.figures.decimals import shifted
from articles.figures.lexicon import COUNT_UNITS
from articles.figures.measuring import EXACT_ARITHMETIC, Closeness, Measure, agreement, measured, power_apart
from articles.figures.numerals import Qualifier, StatedFigure

ABOUT_TOLERANCE = Decimal("0.05")
"""House tolerance of "about", relative to what the source states; recorded in each finding that uses it."""
_POINTS = frozenset({"percentage_point", "basis_point"})


class Verdict(StrEnum):
    """How a print stands to what sources state. The words are those of the design's vocabulary."""

    EXACT = "exact"
    ROUNDED = "rounded"
    WITHIN_QUALIFIER = "within_qualifier"
    SUPERSEDED = "superseded"
    OTHER_SOURCE = "other_source"
    CORRECTED = "corrected"
    SCALE = "scale"
    UNIT = "unit"
    PERIOD = "period"
    CONTRADICTED = "contradicted"
    NO_DATA = "no_data"

    @property
    def holds(self) -> bool:
        """The newest statement of the bound source agrees."""
        return self in {Verdict.EXACT, Verdict.ROUNDED, Verdict.WITHIN_QUALIFIER}

    @property
    def is_error(self) -> bool:
        """Blocks publishing."""
        return self in {Verdict.SCALE, Verdict.UNIT, Verdict.PERIOD, Verdict.CONTRADICTED}

    @property
    def warns(self) -> bool:
        """Asks before publishing."""
        return self in {Verdict.SUPERSEDED, Verdict.OTHER_SOURCE, Verdict.CORRECTED, Verdict.NO_DATA}


_STATES: dict[Verdict, str] = {
    Verdict.EXACT: "holds",
    Verdict.WITHIN_QUALIFIER: "holds",
    Verdict.ROUNDED: "rounded",
    Verdict.SUPERSEDED: "revised",
    Verdict.OTHER_SOURCE: "other",
    Verdict.CORRECTED: "disputed",
    Verdict.SCALE: "contradicted",
    Verdict.UNIT: "contradicted",
    Verdict.PERIOD: "contradicted",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.NO_DATA: "unbound",
}
_VERDICTS: dict[Closeness | None, Verdict] = {
    Closeness.EXACT: Verdict.EXACT,
    Closeness.ROUNDED: Verdict.ROUNDED,
    Closeness.WITHIN: Verdict.WITHIN_QUALIFIER,
    None: Verdict.CONTRADICTED,
}


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit of the catalogue: it converts within its `dimension` (the code of the base unit) by `factor`."""

    code: str
    dimension: str
    factor: Decimal
    is_count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """One vintage: what a source stated of one observation on a day, in its own scale and precision."""

    key: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    multiplier: int
    decimals: int
    unit: UnitFacts
    stated_on: date
    recorded_at: datetime
    withdrawn: bool = False
    preliminary: bool = False
    source: str = ""
    release: str = ""

    @property
    def is_missing(self) -> bool:
        """Nothing to compare with: withdrawn, or stated as missing."""
        ends = (self.low, self.high) if self.value is None else (self.value,)
        return self.withdrawn or any(end is None or not end.is_finite() for end in ends)


def state(verdict: Verdict) -> str:
    """The mark a reader sees: holds, rounded, revised, other, disputed, contradicted or unbound."""
    return _STATES[verdict]


def judge(stated: StatedFigure, observed: StatedValue, units: Mapping[str, UnitFacts]) -> Verdict:
    """One print against one vintage. `units` is the catalogue, by code."""
    return judge_with_slip(stated, observed, units)[0]


def judge_with_slip(
    stated: StatedFigure, observed: StatedValue, units: Mapping[str, UnitFacts]
) -> tuple[Verdict, int | None]:
    """The verdict, and with `scale` the power of ten by which the print is too large."""
    if observed.is_missing:
        return Verdict.NO_DATA, None
    unit = unit_of_print(stated, observed.unit, units)
    if unit is None:
        return Verdict.UNIT, None
    with localcontext(EXACT_ARITHMETIC):
        printed, source = _printed(stated, unit), _observed(observed)
        close = agreement(printed, source, ABOUT_TOLERANCE)
        power = power_apart(printed, source) if close is None else None
    return (_VERDICTS[close], None) if power is None else (Verdict.SCALE, power)


def unit_of_print(stated: StatedFigure, bound: UnitFacts, units: Mapping[str, UnitFacts]) -> UnitFacts | None:
    """The unit in which to read a print that is bound to a series in `bound`; None where they do not fit.

    A print without a unit word takes the unit of the series; a noun for anything counted fits counts.
    """
    if stated.unit is None:
        return bound if bound.is_count or not stated.generic_count else None
    codes = (stated.unit, *stated.also)
    if bound.code in codes:
        return bound
    if (stated.unit in _POINTS) != (bound.code in _POINTS):
        return None
    if bound.is_count and (stated.generic_count or (stated.unit in COUNT_UNITS and stated.unit not in units)):
        return bound
    known = (units[code] for code in codes if code in units)
    return next((unit for unit in known if unit.dimension == bound.dimension), None)


def _printed(stated: StatedFigure, unit: UnitFacts) -> Measure:
    size = shifted(unit.factor, stated.multiplier)
    return measured(stated.qualifier, stated.number, (stated.low, stated.high), stated.places, size)


def _observed(observed: StatedValue) -> Measure:
    size = shifted(observed.unit.factor, observed.multiplier)
    return measured(
        observed.qualifier, observed.value, (observed.low, observed.high), observed.decimals, size
    )
