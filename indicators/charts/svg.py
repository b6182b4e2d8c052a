"""SVG text from geometry: classes and attributes only, no style, no script. Pure."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from indicators.charts.columns import columns
from indicators.charts.frame import HEIGHT, WIDTH, Plot, px, tick_text
from indicators.charts.lines import lines
from indicators.charts.scales import scale_for
from indicators.charts.spec import Chart

HATCH = (
    '<defs><pattern id="{key}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0v6" class="h2"/></pattern></defs>'
)


def svg(chart: Chart) -> str:
    """The drawing: columns for up to six periods, else lines. An image with its finding and values in words."""
    scale = scale_for([*chart.values, *chart.shared], from_zero=chart.in_columns)
    plot = Plot.for_scale(scale)
    key = escape(chart.key)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(chart.title)}</title><desc id="{key}-d">{escape(chart.description)}</desc>',
        HATCH.format(key=key) if chart.in_columns and len(chart.lines) > 1 else "",
        *grid(plot),
        *(columns(chart, plot) if chart.in_columns else lines(chart, plot)),
        "</svg>",
    ]
    return "".join(parts)


def grid(plot: Plot) -> Iterable[str]:
    """Grid lines with their ticks; the one at zero (or the lowest) is the base."""
    zero = Decimal(0)
    base = zero if plot.scale.low <= zero <= plot.scale.high else plot.scale.low
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        drawn = "base" if tick == base else "gl"
        yield f'<path class="{drawn}" d="M{px(plot.left)} {px(y)}H{WIDTH}"/>'
        yield (
            f'<text class="ax" x="{px(plot.left - 6)}" y="{px(y + 4)}" text-anchor="end">{tick_text(tick)}</text>'
        )
