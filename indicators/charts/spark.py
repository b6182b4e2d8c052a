"""A drawing as small as a word: how a figure came to be what it is now. Pure."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from html import escape

from indicators.charts.frame import px
from indicators.charts.scales import scale_for
from indicators.charts.spec import COLUMNS_UP_TO

WIDTH, HEIGHT = 120, 32
EDGE = Decimal(3)
WIDEST = Decimal(28)

type Values = Sequence[Decimal | None]


def spark(values: Values, title: str) -> str:
    """Few periods as columns from zero, more as a line, as in a chart; without axis and words but its title.

    Args:
        values: from old to new, at least one of them known; None is a gap.
        title: what it shows, for whoever does not see it.
    """
    drawn = _columns(values) if len(values) <= COLUMNS_UP_TO else _line(values)
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{escape(title)}</title>'
        f"{''.join(drawn)}</svg>"
    )


def _columns(values: Values) -> Iterator[str]:
    y = _heights(values, from_zero=True)
    width = min(WIDEST, WIDTH / Decimal(len(values)) * Decimal("0.7"))
    # The first and the last stand at the edges, above the periods that are written there.
    step = (WIDTH - width) / max(len(values) - 1, 1)
    for n, value in enumerate(values):
        if value is not None:
            top, foot = sorted((y(value), y(Decimal(0))))
            yield (
                f'<rect x="{px(step * n)}" y="{px(top)}" width="{px(width)}" '
                f'height="{px(max(foot - top, Decimal(1)))}"/>'
            )


def _line(values: Values) -> Iterator[str]:
    y = _heights(values, from_zero=False)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    path, place, lifted = "", "", True
    for n, value in enumerate(values):
        if value is None:
            lifted = True
            continue
        x = px(EDGE + step * n)
        path += f"{'M' if lifted else 'L'}{x} {px(y(value))}"
        place, lifted = f'cx="{x}" cy="{px(y(value))}"', False
    yield f'<path d="{path}"/>'
    yield f'<circle {place} r="2.5"/>'


def _heights(values: Values, *, from_zero: bool) -> Callable[[Decimal], Decimal]:
    """Where a value stands, from the edge above to the edge below."""
    scale = scale_for((each for each in values if each is not None), from_zero=from_zero)
    return lambda value: HEIGHT - EDGE - scale.share(value) * (HEIGHT - 2 * EDGE)
