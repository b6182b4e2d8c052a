"""Scales: round steps, at most five grid lines beside the base. Exact decimals throughout. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
GRID_LINES = 5


class Axis(Protocol):
    """A vertical axis from `low` to `high`, both on a tick."""

    @property
    def low(self) -> Decimal: ...

    @property
    def high(self) -> Decimal: ...

    @property
    def ticks(self) -> list[Decimal]: ...

    def share(self, value: Decimal) -> Decimal:
        """Where a value lies: 0 at the low end, 1 at the high end."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Equal distances for equal differences."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * n for n in range(count + 1)]

    def share(self, value: Decimal) -> Decimal:
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class LogScale:
    """Equal distances for equal ratios. Every tick is above zero."""

    ticks: list[Decimal]

    @property
    def low(self) -> Decimal:
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        return self.ticks[-1]

    def share(self, value: Decimal) -> Decimal:
        return (value / self.low).ln() / (self.high / self.low).ln()


def log_scale_for(values: Iterable[Decimal]) -> LogScale:
    """The scale of 1, 2, 5 steps or of powers of ten that needs no more than five intervals.

    Args:
        values: at least one, all above zero.
    """
    known = list(values)
    low, high = min(known), max(known)
    for steps in ((1, 2, 5), (1,)):
        ticks = _around(low, high, steps, apart=1)
        if len(ticks) <= GRID_LINES + 1:
            return LogScale(ticks)
    apart = 2
    while len(ticks := _around(low, high, (1,), apart)) > GRID_LINES + 1:
        apart += 1
    return LogScale(ticks)


def _around(low: Decimal, high: Decimal, steps: tuple[int, ...], apart: int) -> list[Decimal]:
    """Ticks from the last at or below `low` to the first at or above `high`."""
    first = low.adjusted() // apart * apart
    every = [
        Decimal(step).scaleb(power)
        for power in range(first, high.adjusted() + apart + 2, apart)
        for step in steps
    ]
    start = max(each for each in every if each <= low)
    end = min(each for each in every if each >= high and each > start)
    return [each for each in every if start <= each <= end]


def scale_for(values: Iterable[Decimal], *, from_zero: bool) -> Scale:
    """The scale with the smallest round step that needs no more than five intervals.

    Args:
        values: what must fit; none at all gives 0 to 1.
        from_zero: whether zero must be on the axis. Where a value lies below half of the largest, it is anyway.
    """
    known = list(values)
    low, high = (min(known), max(known)) if known else (Decimal(0), Decimal(1))
    if from_zero or (low >= 0 and low * 2 <= high) or (high <= 0 and high * 2 >= low):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = (low - 1, high + 1) if low else (Decimal(0), Decimal(1))
    return _rounded(low, high)


def _rounded(low: Decimal, high: Decimal) -> Scale:
    unit = Decimal(1).scaleb(((high - low) / GRID_LINES).adjusted())
    for step in (unit * each for each in (*STEPS, Decimal(20), Decimal(50))):
        start = (low / step).to_integral_value(ROUND_FLOOR) * step
        end = (high / step).to_integral_value(ROUND_CEILING) * step
        if (end - start) / step <= GRID_LINES:
            return Scale(start, end, step)
    raise AssertionError("A step of fifty units always holds the span.")
