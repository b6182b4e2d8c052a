"""What stands at a value beside its mark: what was stated before, a range, an open end, a break. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from indicators.charts.frame import BOTTOM, TOP, Plot, px
from indicators.charts.spec import EARLIER_SHOWN, Point

FOOT = Decimal(5)


def across(x: Decimal, y: Decimal, width: Decimal, kind: str) -> str:
    """A short line across a column."""
    return f'<path class="{kind}" d="M{px(x - width / 2)} {px(y)}h{px(width)}"/>'


def earlier_across(x: Decimal, width: Decimal, point: Point, plot: Plot, number: int) -> Iterator[str]:
    """In columns: a thin line where the column ended before it was revised, with paper around it to be seen on it."""
    for value in point.earlier[-EARLIER_SHOWN:]:
        yield across(x, plot.y(value), width, "wasb")
        yield across(x, plot.y(value), width, f"was w{number}")


def earlier_dots(x: Decimal, point: Point, plot: Plot, number: int) -> Iterator[str]:
    """In lines: a faint ring at each earlier value, tied to the present one."""
    for value in point.earlier[-EARLIER_SHOWN:]:
        y = plot.y(value)
        yield f'<path class="was w{number}" d="M{px(x)} {px(y)}V{px(plot.y(point.value))}"/>'
        yield f'<circle class="was w{number}" cx="{px(x)}" cy="{px(y)}" r="2.5"/>'


def spread(x: Decimal, point: Point, plot: Plot) -> Iterator[str]:
    """The ends of a range as a whisker; “more than” and “less than” as an arrow away from the value."""
    if point.low is not None and point.high is not None:
        top, foot = plot.y(point.high), plot.y(point.low)
        yield f'<path class="wasb" d="M{px(x)} {px(top)}V{px(foot)}"/>'
        yield f'<path class="wh" d="M{px(x)} {px(top)}V{px(foot)}"/>'
        yield across(x, top, FOOT * 2, "wh")
        yield across(x, foot, FOOT * 2, "wh")
    if point.beyond:
        way = -1 if point.beyond == "up" else 1
        y = plot.y(point.value)
        tip = max(TOP - 12, min(y + way * 14, BOTTOM))
        yield f'<path class="wh" d="M{px(x)} {px(y)}V{px(tip)}m-3 {px(Decimal(-4 * way))}l3 {4 * way}l3 {-4 * way}"/>'


def break_line(x: Decimal) -> str:
    """Where a series does not continue what came before."""
    return f'<path class="brk" d="M{px(x)} {px(TOP)}V{px(BOTTOM)}"/>'
