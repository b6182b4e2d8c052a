"""Where a reader stops with the keyboard: one place a value, that says what was stated. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from indicators.charts.frame import TOP, VALUE_LETTER, px, width_of
from indicators.charts.spec import Point
from indicators.charts.words import inward

MOST_STOPS = 72


@dataclass(frozen=True, slots=True)
class Stop:
    """One value that can be reached.

    Attributes:
        x, y: its middle.
        shape: the element that is outlined when it is reached.
        point: what is stated there.
        tip: what is written at it while it is reached; empty where that is written anyway.
        weight: above zero for values that are reached even where there are too many for all.
    """

    x: Decimal
    y: Decimal
    shape: str
    point: Point
    tip: str = ""
    weight: int = 0


def dot(x: Decimal, y: Decimal, number: int, point: Point, tip: str, *, plain: bool) -> Stop:
    """A value of a line; a plain one shows its dot only while it is reached."""
    shown = f"p{number} quiet" if plain else f"p{number}"
    shape = (
        f'<circle class="hit" cx="{px(x)}" cy="{px(y)}" r="9"/>'
        f'<circle class="{shown}" cx="{px(x)}" cy="{px(y)}" r="3.5"/>'
    )
    return Stop(x, y, shape, point, tip, 0 if plain else 1)


def reachable(stops: Sequence[Stop], most: int = MOST_STOPS) -> list[Stop]:
    """All of them, or the weighty ones and others at equal distances; a shorter range reaches the rest."""
    if len(stops) <= most:
        return list(stops)
    weighty = [n for n, stop in enumerate(stops) if stop.weight][-most:]
    step = len(stops) // max(1, most - len(weighty)) + 1
    chosen = sorted({*weighty, *range(0, len(stops), step)})
    return [stops[n] for n in chosen[-most:]]


def written(stops: Iterable[Stop], sheet: int) -> Iterator[str]:
    """The stops as focusable images with a name, in the order of time."""
    for stop in stops:
        told = escape(stop.point.told() or stop.point.label)
        yield f'<g class="pt" tabindex="0" role="img" aria-label="{told}">{stop.shape}'
        if stop.tip:
            at = inward(stop.x, width_of(stop.tip, VALUE_LETTER), sheet)
            y = stop.y - 12 if stop.y - 12 > TOP - 18 else stop.y + 22
            yield f'<text class="val tip" x="{px(at)}" y="{px(y)}" text-anchor="middle">{escape(stop.tip)}</text>'
        yield "</g>"
