"""Texts in a drawing. Pure."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from indicators.charts.calendar import round_years
from indicators.charts.frame import (
    NAMES_AT,
    PERIODS_AT,
    VALUE_LETTER,
    Room,
    box_around,
    px,
    width_of,
)
from indicators.charts.spec import Line, Point

NOTE_LINE = Decimal(14)


def text(kind: str, x: Decimal, y: Decimal, words: str, anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{px(x)}" y="{px(y)}" text-anchor="{anchor}">{escape(words)}</text>'


def inward(x: Decimal, width: Decimal, sheet: int) -> Decimal:
    """The nearest middle at which a text of that width stays on the sheet."""
    return max(width / 2, min(x, sheet - width / 2))


def value_text(
    room: Room, x: Decimal, y: Decimal, point: Point, number: int, left: Decimal = Decimal(0)
) -> list[str]:
    """The printed value above a mark, its note above that or one line higher; nothing where there is no room.

    The x is moved inward at the edges, so that the last value of a line is not lost and the first one keeps off
    the axis, which ends at `left`.
    """
    return _value_text(room, x, y, point, point.label, number, left) or (
        _value_text(room, x, y, point, point.short, number, left) if point.short else []
    )


def _value_text(
    room: Room, x: Decimal, y: Decimal, point: Point, label: str, number: int, left: Decimal
) -> list[str]:
    width, wide = width_of(label, VALUE_LETTER), width_of(point.note)
    at = max(inward(x, max(width, wide), room.width), left + max(width, wide) / 2)
    value = box_around(at, y, width)
    for above in (y - NOTE_LINE, y - NOTE_LINE * 2) if point.note else ():
        if room.take(value, box_around(at, above, wide)):
            return [text(f"val t{number}", at, y, label), text("ax nt", at, above, point.note)]
    return [text(f"val t{number}", at, y, label)] if room.take(value) else []


def period_texts(room: Room, middles: Sequence[Decimal], periods: Sequence[str]) -> list[str]:
    """Periods under the axis: the last and the first for certain, between them round years where all do not fit."""
    if not periods:
        return []
    fit = int((room.width - middles[0]) / (max(width_of(each) for each in periods[-3:]) + 14))
    between = range(len(periods)) if len(periods) <= fit else round_years(periods, fit)
    order = [len(periods) - 1, 0, *between]
    found: dict[int, str] = {}
    for n in order:
        width = width_of(periods[n]) + 6
        at = inward(middles[n], width - 6, room.width)
        box = box_around(inward(middles[n], width, room.width), PERIODS_AT, width)
        if n not in found and room.take(box):
            found[n] = text("ax", at, PERIODS_AT, periods[n])
    return [found[n] for n in sorted(found)]


def key_row(lines: Sequence[Line], left: Decimal, *, sample: str) -> list[str]:
    """The names of the lines, each after a sample of its mark, where they do not fit at the marks."""
    found: list[str] = []
    x = left
    for number, line in enumerate(lines, start=1):
        y = NAMES_AT - 9
        if sample == "line":
            found.append(f'<path class="l{number}" d="M{px(x)} {px(y + 5)}h18"/>')
        else:
            found.append(f'<rect class="s{number}" x="{px(x)}" y="{px(y)}" width="10" height="10"/>')
        start = x + (24 if sample == "line" else 16)
        found.append(text(f"ax t{number}", start, NAMES_AT, line.name, "start"))
        x = start + width_of(line.name) + 20
    return found
