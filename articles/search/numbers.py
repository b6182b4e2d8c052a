"""The number in a question, and the statements that it may be, in whatever scale their sources printed them."""

from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import Q

from articles.figures.decimals import plain, shifted
from articles.figures.numerals import StatedFigure, read_print

TELLING = 3
"""Digits that a rounding has to have at least: of "9 million" there are too many."""
PERCENT = ("percent", "percentage_point")
POWERS = (0, 3, 4, 5, 6, 7, 8, 9, 12)
"""The powers of ten in which sources print."""
ZEROS = 4
"""A print is kept with its closing zeros: 54 is looked for as 54.0 too, with so many places at most."""
MAGNITUDES = range(-9, 31)
"""Powers of ten of the first digit, beyond which nobody prints."""
YEARS = range(1000, 2200)


def number_in(text: str) -> StatedFigure | None:
    """The figure that was typed; None where there is none, where it is a range or a year, or counts a few."""
    figure = read_print(text)
    if figure is None or figure.number is None:
        return None
    number = abs(figure.number)
    bare = not figure.multiplier and figure.unit is None and not figure.places
    if bare and (number in YEARS or number < 10):
        return None
    return figure


def stating(figure: StatedFigure) -> Q:
    """Statements of the number, in the scale in which it was typed or in any other."""
    number = abs(figure.number or Decimal(0))
    as_printed = Q(value__in=_prints(number))
    if not figure.multiplier and number < 1_000:
        return as_printed & _in_unit(figure.unit)
    full = shifted(number, figure.multiplier)
    scaled = (Q(unit_mult=power, value__in=_prints(shifted(full, -power))) for power in POWERS)
    return reduce(or_, scaled, Q() if figure.multiplier else as_printed) & _in_unit(figure.unit)


def _in_unit(unit: str | None) -> Q:
    """“5%” is no five million vehicles, nor the other way round. Other units are told by their words, if at all."""
    if unit is None:
        return Q()
    percent = Q(observation__series__unit__code__in=PERCENT)
    return percent if unit in PERCENT else ~percent


def rounded_from(figure: StatedFigure) -> Q | None:
    """Statements with one or two places more that round to the print; None where it is too short to tell one by."""
    number = abs(figure.number or Decimal(0))
    if len(plain(number).replace(".", "").strip("0")) < TELLING or number.adjusted() not in MAGNITUDES:
        return None
    full = shifted(number, figure.multiplier)
    # Without a scale of its own the number is looked for in whatever scale its source printed.
    scales: dict[int | None, Decimal] = {None: full}
    if figure.multiplier:
        scales = {power: shifted(full, -power) for power in POWERS}
    place = figure.places - figure.multiplier
    conditions = []
    for power, scaled in scales.items():
        step = Decimal(1).scaleb(-(place + (power or 0)))
        finer = [scaled + step * n / 10 for n in range(-5, 6)] + [
            scaled + step * n / 100 for n in range(-50, 51)
        ]
        texts = {f"{sign}{plain(each.normalize())}" for each in finer for sign in ("", "-")}
        conditions.append(Q(value__in=texts) & (Q() if power is None else Q(unit_mult=power)))
    return reduce(or_, conditions) & _in_unit(figure.unit)


def _prints(number: Decimal) -> list[str]:
    """The number of either sign, with and without closing zeros: the ways in which it may have been kept."""
    if number.adjusted() not in MAGNITUDES:
        return []
    whole, _point, places = plain(number).partition(".")
    least = places.rstrip("0")
    ends = [least + "0" * n for n in range(max(ZEROS + 1 - len(least), 1))]
    return [f"{sign}{whole}{'.' * bool(end)}{end}" for sign in ("", "-") for end in ends]
