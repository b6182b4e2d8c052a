"""Columns from zero: one group a period, the first series solid, the second hatched. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from indicators.charts.frame import BOTTOM, NAMES_AT, Box, Plot, Room, box_around, px, width_of
from indicators.charts.marks import break_line, earlier_across, spread
from indicators.charts.spec import Chart, Point
from indicators.charts.stops import Stop
from indicators.charts.words import NOTE_LINE, key_row, period_texts, text, value_text

GAP = Decimal(6)
WIDEST = Decimal(46)


@dataclass(frozen=True, slots=True)
class Column:
    """The place of one series in one period. `point` is None where the value is missing."""

    number: int
    period: str
    x: Decimal
    width: Decimal
    top: Decimal
    height: Decimal
    point: Point | None

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2


def placed(chart: Chart, plot: Plot) -> list[Column]:
    """Every column, period after period, in the order of the series."""
    per = len(chart.lines)
    slot = plot.slot(len(chart.periods))
    width = min(WIDEST, (slot * Decimal("0.82") - GAP * (per - 1)) / per)
    group = width * per + GAP * (per - 1)
    zero = plot.y(Decimal(0))
    found: list[Column] = []
    for middle, period in zip(plot.middles(len(chart.periods)), chart.periods, strict=True):
        for n, line in enumerate(chart.lines):
            point = line.points.get(period)
            y = plot.y(point.value) if point else zero
            x = middle - group / 2 + (width + GAP) * n
            found.append(Column(n + 1, period, x, width, min(y, zero), abs(y - zero), point))
    return found


def columns(chart: Chart, plot: Plot) -> tuple[list[str], list[Stop]]:
    """The marks, then values, periods and names, as SVG elements; and where a reader stops."""
    found = placed(chart, plot)
    room = Room([_standing(each) for each in found if each.point], plot.width)
    drawn = [piece for each in found for piece in _mark(each, chart.key, plot)]
    written: dict[int, list[str]] = {}
    for n in reversed(range(len(found))):
        written[n] = list(_words(found[n], room, plot, chart.none))
        drawn += written[n]
    drawn += period_texts(room, plot.middles(len(chart.periods)), chart.periods)
    if len(chart.lines) > 1:
        drawn += _names(chart, found, plot)
    stops = [_stop(each, written=bool(written[n])) for n, each in enumerate(found) if each.point]
    return drawn, stops


def _mark(column: Column, key: str, plot: Plot) -> Iterator[str]:
    if column.point is None:
        return
    place = f'x="{px(column.x)}" y="{px(column.top)}" width="{px(column.width)}" height="{px(column.height)}"'
    yield f'<rect class="s{column.number}" {place}/>'
    if column.number == 2:
        yield f'<rect {place} fill="url(#{key}-h)"/>'
    yield from earlier_across(column.middle, column.width + 8, column.point, plot, column.number)
    yield from spread(column.middle, column.point, plot)
    if column.point.breaks:
        yield break_line(column.x - GAP / 2)


def _stop(column: Column, *, written: bool) -> Stop:
    point = column.point
    if point is None:
        raise ValueError("There is nothing to stop at where no value is.")
    shape = (
        f'<rect class="hit" x="{px(column.x - 4)}" y="{px(column.top - 4)}" '
        f'width="{px(column.width + 8)}" height="{px(column.height + 8)}"/>'
    )
    tip = "" if written else f"{column.period}: {point.label}"
    return Stop(column.middle, column.top, shape, point, tip, weight=1)


def _standing(column: Column) -> Box:
    """The room a column takes itself: the value of a neighbour is not written across it."""
    return Box(column.x, column.top, column.x + column.width, column.top + column.height)


def _words(column: Column, room: Room, plot: Plot, none: str) -> Iterator[str]:
    if column.point is None:
        y = plot.y(Decimal(0)) - 6
        if room.take(box_around(column.middle, y, width_of(none))):
            yield text("ax", column.middle, y, none)
        return
    highest = min(plot.y(each) for each in column.point.extent)
    lowest = max(column.top + column.height, *(plot.y(each) for each in column.point.extent))
    arrow = 16 if column.point.beyond == "up" else 0
    below = column.point.value < 0
    under = lowest + 15 + (NOTE_LINE if column.point.note else 0)
    y = under if below else min(highest, column.top) - 5 - arrow
    yield from value_text(room, column.middle, min(y, BOTTOM - 2), column.point, column.number)


def _names(chart: Chart, found: list[Column], plot: Plot) -> list[str]:
    """The name of each series under each of its columns, or once in a row where they do not fit."""
    widest = max(width_of(line.name) for line in chart.lines)
    if widest > found[0].width + GAP:
        return key_row(chart.lines, plot.left, sample="column")
    return [
        text(f"ax t{each.number}", each.middle, NAMES_AT, chart.lines[each.number - 1].name) for each in found
    ]
