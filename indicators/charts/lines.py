"""Lines over many periods: the first solid, the second dashed; a missing value is a gap. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from indicators.charts.frame import Plot, Room, px, width_of
from indicators.charts.spec import Chart, Line, Point
from indicators.charts.words import key_row, period_texts, text, value_text

Place = tuple[Decimal, Decimal]


def runs(line: Line, chart: Chart, plot: Plot) -> list[list[tuple[Place, Point]]]:
    """The line in stretches without a gap."""
    found: list[list[tuple[Place, Point]]] = [[]]
    for x, period in zip(plot.middles(len(chart.periods)), chart.periods, strict=True):
        point = line.points.get(period)
        if point is None:
            found.append([])
        else:
            found[-1].append(((x, plot.y(point.value)), point))
    return [run for run in found if run]


def lines(chart: Chart, plot: Plot) -> Iterator[str]:
    """The strokes, a dot at each end and at each noted value, then values, periods and names."""
    room = Room()
    drawn = [runs(line, chart, plot) for line in chart.lines]
    for number, stretches in enumerate(drawn, start=1):
        for run in stretches:
            yield _stroke(run, number)
        for (x, y), _point in _told(stretches):
            yield f'<circle class="p{number}" cx="{px(x)}" cy="{px(y)}" r="3.5"/>'
    for number, stretches in enumerate(drawn, start=1):
        for (x, y), point in reversed(_told(stretches)):
            yield from value_text(room, x, _above_or_below(chart, stretches, number, y), point, number)
    yield from period_texts(room, plot.middles(len(chart.periods)), chart.periods)
    if any(not stretches for stretches in drawn):
        yield text("ax", plot.left + 4 + width_of(chart.none) / 2, Decimal(206), chart.none)
    if len(chart.lines) > 1:
        yield from key_row(chart.lines, plot.left, sample="line")


def _stroke(run: list[tuple[Place, Point]], number: int) -> str:
    path = "L".join(f"{px(x)} {px(y)}" for (x, y), _point in run)
    return f'<path class="l{number}" d="M{path}"/>'


def _told(stretches: list[list[tuple[Place, Point]]]) -> list[tuple[Place, Point]]:
    """The first and the last value, those with a note, and values that stand alone between gaps."""
    every = [each for run in stretches for each in run]
    if not every:
        return []
    alone = {id(run[0]) for run in stretches if len(run) == 1}
    ends = {id(every[0]), id(every[-1])}
    return [each for each in every if each[1].note or id(each) in ends | alone]


def _above_or_below(
    chart: Chart, stretches: list[list[tuple[Place, Point]]], number: int, y: Decimal
) -> Decimal:
    """Values stand above the upper of two lines and below the lower one, judged at their ends."""
    if len(chart.lines) < 2:
        return y - 8
    ends = [_last(line, chart) for line in chart.lines]
    mine, other = ends[number - 1], ends[2 - number]
    lower = mine is not None and other is not None and (mine, -number) < (other, number - 3)
    return y + 17 if lower else y - 8


def _last(line: Line, chart: Chart) -> Decimal | None:
    return next((line.points[p].value for p in reversed(chart.periods) if p in line.points), None)
