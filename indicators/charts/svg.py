"""SVG text from geometry: classes and attributes only, no style, no script. Pure."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from indicators.charts.columns import columns
from indicators.charts.frame import HEIGHT, Plot, px, tick_text
from indicators.charts.lines import lines
from indicators.charts.scales import Axis, log_scale_for, scale_for
from indicators.charts.spec import Chart
from indicators.charts.stops import Stop, reachable, written

ROOM_BELOW = Decimal("0.11")
HATCH = (
    '<defs><pattern id="{key}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0v6" class="h2"/></pattern></defs>'
)


def svg(chart: Chart, kind: str = "") -> str:
    """The drawing for a page: columns for up to six periods, else lines.

    A group with its finding and values in words, in which every value can be reached with the keyboard; texts
    and strokes, which would be heard without an order, are hidden from those who hear the page.

    Args:
        kind: a class, by which the style sheet shows one of two drawings of the same chart.
    """
    key = escape(chart.key)
    parts, stops = pieces(chart)
    shown = f' class="{escape(kind)}"' if kind else ""
    return "".join(
        [
            f'<svg viewBox="0 0 {chart.width} {HEIGHT}"{shown} role="group" aria-labelledby="{key}-t" '
            f'aria-describedby="{key}-d"><title id="{key}-t">{escape(chart.title)}</title>'
            f'<desc id="{key}-d">{escape(chart.description)}</desc><g aria-hidden="true">',
            *parts,
            "</g>",
            *written(reachable(stops), chart.width),
            "</svg>",
        ]
    )


def pieces(chart: Chart) -> tuple[list[str], list[Stop]]:
    """What is drawn, and where a reader stops."""
    plot = Plot.for_scale(axis_of(chart), chart.width)
    drawn, stops = columns(chart, plot) if chart.in_columns else lines(chart, plot)
    hatch = [HATCH.format(key=escape(chart.key))] if chart.in_columns and len(chart.lines) > 1 else []
    return [*hatch, *grid(plot), *drawn], stops


def axis_of(chart: Chart) -> Axis:
    """The scale that all its values fit on."""
    values = chart.values
    if chart.in_columns and values and min(values) < 0:
        # The value of a column that hangs down is written under it.
        values.append(min(values) - (max(*values, Decimal(0)) - min(values)) * ROOM_BELOW)
    return log_scale_for(values) if chart.is_log and values else scale_for(values, from_zero=chart.in_columns)


def grid(plot: Plot) -> Iterable[str]:
    """Grid lines with their ticks; the one at zero (or the lowest) is the base."""
    zero = Decimal(0)
    base = zero if plot.scale.low <= zero <= plot.scale.high else plot.scale.low
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        drawn = "base" if tick == base else "gl"
        yield f'<path class="{drawn}" d="M{px(plot.left)} {px(y)}H{plot.width}"/>'
        yield (
            f'<text class="ax" x="{px(plot.left - 6)}" y="{px(y + 4)}" text-anchor="end">{tick_text(tick)}</text>'
        )
