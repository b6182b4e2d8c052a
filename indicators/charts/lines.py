"""Lines over many periods: the first solid, the second dashed; a missing value or a break is a gap. Pure."""

from decimal import Decimal

from indicators.charts.frame import BOTTOM, Plot, Room, px, width_of
from indicators.charts.marks import break_line, earlier_dots, spread
from indicators.charts.spec import Chart, Line, Point
from indicators.charts.stops import Stop, dot
from indicators.charts.thinning import Place, thinned
from indicators.charts.words import key_row, period_texts, text, value_text

type Placed = tuple[Place, Point, str]

NOTES_UP_TO = 12
EARLIER_UP_TO = 150


def runs(line: Line, chart: Chart, plot: Plot) -> list[list[Placed]]:
    """The line in stretches without a gap."""
    found: list[list[Placed]] = [[]]
    for x, period in zip(plot.middles(len(chart.periods)), chart.periods, strict=True):
        point = line.points.get(period)
        if point is None or point.breaks:
            found.append([])
        if point is not None:
            found[-1].append(((x, plot.y(point.value)), point, period))
    return [run for run in found if run]


def lines(chart: Chart, plot: Plot) -> tuple[list[str], list[Stop]]:
    """The strokes, a dot at each end and at each noted value, then values, periods and names; and the stops."""
    room = Room(width=plot.width)
    periods = period_texts(room, plot.middles(len(chart.periods)), chart.periods)
    stretches = [runs(line, chart, plot) for line in chart.lines]
    drawn: list[str] = []
    for number, each in enumerate(stretches, start=1):
        drawn += _strokes(each, plot, number)
    for number, each in enumerate(stretches, start=1):
        for (x, y), point, _period in reversed(_told(each)):
            at = _above_or_below(chart, each, number, y)
            drawn += value_text(room, x, at, point, number, plot.left)
    drawn += periods
    if any(not each for each in stretches):
        drawn.append(text("ax", plot.left + 4 + width_of(chart.none) / 2, Decimal(206), chart.none))
    if len(chart.lines) > 1:
        drawn += key_row(chart.lines, plot.left, sample="line")
    stops = [stop for number, each in enumerate(stretches, start=1) for stop in _stops(each, number)]
    return drawn, sorted(stops, key=lambda stop: stop.x)


def _strokes(stretches: list[list[Placed]], plot: Plot, number: int) -> list[str]:
    drawn: list[str] = []
    every = [each for run in stretches for each in run]
    for (x, _y), point, _period in [each for each in every if each[1].earlier][-EARLIER_UP_TO:]:
        drawn += earlier_dots(x, point, plot, number)
    for run in stretches:
        path = "L".join(
            f"{px(x)} {px(y)}" for x, y in thinned([each[0] for each in run], plot.width - plot.left)
        )
        drawn.append(f'<path class="l{number}" d="M{path}"/>')
        if run[0][1].breaks:
            drawn.append(break_line(run[0][0][0]))
    for (x, y), _point, _period in _told(stretches):
        drawn.append(f'<circle class="p{number}" cx="{px(x)}" cy="{px(y)}" r="3.5"/>')
    for (x, _y), point, _period in every:
        drawn += spread(x, point, plot)
    return drawn


def _stops(stretches: list[list[Placed]], number: int) -> list[Stop]:
    told = {each[2] for each in _told(stretches)}
    return [
        dot(x, y, number, point, f"{period}: {point.label}", plain=period not in told)
        for run in stretches
        for (x, y), point, period in run
    ]


def _told(stretches: list[list[Placed]]) -> list[Placed]:
    """The first and the last value, those with a note, and values that stand alone between gaps."""
    every = [each for run in stretches for each in run]
    if not every:
        return []
    alone = {id(run[0]) for run in stretches if len(run) == 1}
    ends = {id(every[0]), id(every[-1])}
    noted = {id(each) for each in [each for each in every if each[1].note][-NOTES_UP_TO:]}
    return [each for each in every if id(each) in ends | alone | noted]


def _above_or_below(chart: Chart, stretches: list[list[Placed]], number: int, y: Decimal) -> Decimal:
    """Values stand above the upper of two lines and below the lower one, judged at their ends."""
    if len(chart.lines) < 2:
        return y - 8
    ends = [_last(line, chart) for line in chart.lines]
    mine, other = ends[number - 1], ends[2 - number]
    lower = mine is not None and other is not None and (mine, -number) < (other, number - 3)
    return y + 17 if lower and y + 17 < BOTTOM else y - 8


def _last(line: Line, chart: Chart) -> Decimal | None:
    return next((line.points[p].value for p in reversed(chart.periods) if p in line.points), None)
