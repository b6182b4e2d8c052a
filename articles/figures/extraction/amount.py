"""A number found in prose. Pure: no Django, no floats."""

from dataclasses import dataclass
from decimal import Decimal

from articles.figures.decimals import shifted


@dataclass(slots=True)
class Amount:
    """A number found in prose: where it stands in the text and in the words, and what it is in full.

    `negative` says that its sign is a word ("minus 8.4"): a number below zero, not a change.
    `firm` is false for a number spelled in words with nothing beside it: it counts only if a unit turns up.
    """

    start: int
    end: int
    first: int
    last: int
    number: Decimal
    places: int = 0
    power: int | None = None
    unit: str | None = None
    sign: int = 0
    unit_power: int = 0
    also: tuple[str, ...] = ()
    counts: bool = False
    firm: bool = True
    parts: tuple[int, int] | None = None
    multiplies: str | None = None
    other: Decimal | None = None
    negative: bool = False

    @property
    def value(self) -> Decimal:
        return shifted(self.number, (self.power or 0) + self.unit_power)
