"""What a chart shows, before any geometry. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from indicators.charts.frame import WIDTH

COLUMNS_UP_TO = 6
EARLIER_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line.

    Attributes:
        value: in the scale of the axis; decides the place.
        label: as the source printed it; written at the mark.
        note: “preliminary”, “break in the series”; empty for a normal value.
        told: gives the whole statement in words, for whoever reaches the point by keyboard or hears the page. Asked
            for the points that can be reached only: there may be thousands of others.
        earlier: what the source stated before, oldest first; drawn faintly.
        low, high: the ends of a stated range.
        beyond: “up” for “more than”, “down” for “less than”.
        short: what is written where the label is too wide: “> 6.4”.
        breaks: the series does not continue what came before.
    """

    value: Decimal
    label: str
    note: str = ""
    told: Callable[[], str] = str
    earlier: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    beyond: Literal["", "up", "down"] = ""
    short: str = ""
    breaks: bool = False

    @property
    def extent(self) -> Iterator[Decimal]:
        """Everything of it that the scale must hold."""
        yield self.value
        yield from self.earlier[-EARLIER_SHOWN:]
        yield from (each for each in (self.low, self.high) if each is not None)


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
        description: the values, in words, for those who do not see the drawing.
        periods: from old to new.
        lines: one or two.
        none: the word for a missing value.
        shared: values beyond these lines that the scale must hold, so that small multiples compare.
        log: whether the scale is logarithmic; ignored where a value is not above zero.
        width: of the drawing; letters have the same size in every one.
    """

    key: str
    title: str
    description: str
    periods: Sequence[str]
    lines: Sequence[Line]
    none: str = "none"
    shared: Sequence[Decimal] = field(default=())
    log: bool = False
    width: int = WIDTH

    @property
    def values(self) -> list[Decimal]:
        """Everything that the scale must hold."""
        shown = (line.points.get(each) for line in self.lines for each in self.periods)
        return [value for point in shown if point for value in point.extent] + list(self.shared)

    @property
    def is_log(self) -> bool:
        return self.log and all(value > 0 for value in self.values)

    @property
    def in_columns(self) -> bool:
        """Few periods stand as columns, which have to start at zero: on a logarithmic scale there is none."""
        return len(self.periods) <= COLUMNS_UP_TO and not self.is_log
