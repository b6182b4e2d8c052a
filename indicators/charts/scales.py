"""Scales: round steps, at most five grid lines beside the base. Exact decimals throughout. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
GRID_LINES = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """A vertical axis from `low` to `high`, both on a tick."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * n for n in range(count + 1)]

    def share(self, value: Decimal) -> Decimal:
        """Where a value lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


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
