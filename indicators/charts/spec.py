"""What a chart shows, before any geometry. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

COLUMNS_UP_TO = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line.

    Attributes:
        value: in the scale of the axis; decides the place.
        label: as the source printed it; written at the mark.
        note: “preliminary”, “break in the series”; empty for a normal value.
    """

    value: Decimal
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its short name and its values by period. A period without an entry is a missing value."""

    name: str
    points: Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Chart:
    """One drawing of one or two lines.

    Attributes:
        key: makes the ids within the page unique.
        title: the finding, in words.
        description: every value, in words, for those who do not see the drawing.
        periods: from old to new.
        lines: one or two.
        none: the word for a missing value.
        shared: values beyond these lines that the scale must hold, so that small multiples compare.
    """

    key: str
    title: str
    description: str
    periods: Sequence[str]
    lines: Sequence[Line]
    none: str = "none"
    shared: Sequence[Decimal] = field(default=())

    @property
    def values(self) -> list[Decimal]:
        return [
            line.points[each].value for line in self.lines for each in self.periods if each in line.points
        ]

    @property
    def in_columns(self) -> bool:
        return len(self.periods) <= COLUMNS_UP_TO
