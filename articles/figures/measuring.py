"""Compare two statements of one quantity, each with its precision and qualifier. Pure: no Django, no floats.

All functions expect `EXACT_ARITHMETIC` to be the current decimal context.
"""

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from enum import Enum, auto

from articles.figures.decimals import shifted
from articles.figures.numerals import Qualifier

EXACT_ARITHMETIC = Context(prec=2000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""Wide enough that no product or difference of printed numbers is ever rounded."""
_INFINITE = Decimal("Infinity")
_POWERS = sorted((power for power in range(-15, 16) if power), key=abs)


class Closeness(Enum):
    """How a print agrees with a statement."""

    EXACT = auto()
    ROUNDED = auto()
    WITHIN = auto()


@dataclass(frozen=True, slots=True)
class Measure:
    """A statement in base units: all values from `low` to `high` are meant.

    `number` is the one number named, None for a range; `strict` leaves out the finite end; `step` is the
    place of the last digit stated.
    """

    number: Decimal | None
    low: Decimal
    high: Decimal
    strict: bool
    step: Decimal
    qualifier: Qualifier


def measured(
    qualifier: Qualifier,
    number: Decimal | None,
    ends: tuple[Decimal | None, Decimal | None],
    places: int,
    unit: Decimal,
) -> Measure:
    """The statement with `unit` as the size of its one ("million kW" is 10^6 of the base unit kW)."""
    step = shifted(unit, -places)
    if number is None or (qualifier == Qualifier.RANGE and None not in ends):
        low, high = ((Decimal(0) if end is None else end) * unit for end in ends)
        return Measure(None, low, high, False, step, Qualifier.RANGE)
    value = number * unit
    low = -_INFINITE if qualifier in {Qualifier.LESS_THAN, Qualifier.AT_MOST} else value
    high = _INFINITE if qualifier in {Qualifier.MORE_THAN, Qualifier.AT_LEAST} else value
    strict = qualifier in {Qualifier.MORE_THAN, Qualifier.LESS_THAN}
    return Measure(value, low, high, strict, step, Qualifier(qualifier))


def agreement(printed: Measure, source: Measure, tolerance: Decimal) -> Closeness | None:
    """How the print follows from what the source states; None where it does not."""
    if printed.number is None:
        return _range_agreement(printed, source)
    near = (
        None if source.number is None else _nearness(printed.number, printed.step, source.number, source.step)
    )
    if printed.qualifier in {Qualifier.EXACT, Qualifier.ABOUT}:
        if near is not None and _plainly(printed, source):
            return near
        close = near is not None or (
            printed.qualifier is Qualifier.ABOUT and _about(printed.number, source, tolerance)
        )
        return Closeness.WITHIN if close else None
    if near is not None and printed.qualifier is source.qualifier:
        return near
    return Closeness.WITHIN if _follows(printed, source) else None


def power_apart(printed: Measure, source: Measure) -> int | None:
    """The power of ten, not zero, by which the print is off, if it is off by just that."""
    for power in _POWERS:
        if printed.number is None:
            low, high = (shifted(end, power) if end.is_finite() else end for end in (source.low, source.high))
            narrow = 0 < printed.high < printed.low * 10
            if narrow and printed.low <= low and high <= printed.high:
                return power
        elif source.number is not None and printed.number and source.number:
            moved = shifted(source.number, power)
            if _nearness(printed.number, printed.step, moved, source.step) is not None:
                return power
    return None


def _plainly(printed: Measure, source: Measure) -> bool:
    """Whether both name a number as such: a source's "about" may be left out, "more than" says more."""
    return printed.qualifier is Qualifier.EXACT and source.qualifier in {Qualifier.EXACT, Qualifier.ABOUT}


def _nearness(printed: Decimal, step: Decimal, source: Decimal, source_step: Decimal) -> Closeness | None:
    """Equal, or equal once the source is rounded to the printed place, half up or half to even."""
    if printed == source:
        return Closeness.EXACT if step <= source_step else Closeness.ROUNDED
    gap = abs(printed - source) * 2
    tie_rounds_here = abs(printed) > abs(source) or (printed // step) % 2 == 0
    return Closeness.ROUNDED if gap < step or (gap == step and tie_rounds_here) else None


def _about(printed: Decimal, source: Measure, tolerance: Decimal) -> bool:
    if source.number is None:
        return source.low <= printed <= source.high
    return abs(printed - source.number) <= abs(source.number) * tolerance


def _follows(printed: Measure, source: Measure) -> bool:
    """Whether all the source allows lies within an inequality ("at least 540" is "more than 500")."""
    inside = printed.low <= source.low and source.high <= printed.high
    touches = printed.number in {source.low, source.high}
    excluded = printed.strict and touches and not (source.strict and source.qualifier is printed.qualifier)
    return inside and not excluded


def _range_agreement(printed: Measure, source: Measure) -> Closeness | None:
    low = _nearness(printed.low, printed.step, source.low, source.step) if source.low.is_finite() else None
    high = (
        _nearness(printed.high, printed.step, source.high, source.step) if source.high.is_finite() else None
    )
    if source.number is None and low is not None and high is not None:
        return Closeness.EXACT if low is high is Closeness.EXACT else Closeness.ROUNDED
    above = printed.low <= source.low or low is not None
    below = source.high <= printed.high or high is not None
    return Closeness.WITHIN if above and below else None
