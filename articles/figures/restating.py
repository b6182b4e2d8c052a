"""A newer figure in the writer's own words: same scale, same style, same precision. Pure: no Django, no floats."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

from articles.figures.decimals import grouped, plain, shifted
from articles.figures.judging import StatedValue, UnitFacts, judge
from articles.figures.measuring import EXACT_ARITHMETIC
from articles.figures.numerals import StatedFigure, read_print

NUMBER = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")


def restated(
    words: str,
    stated: StatedFigure,
    pinned: StatedValue,
    newer: StatedValue,
    units: Mapping[str, UnitFacts],
) -> str | None:
    """The words with the newer number: ("3.3278 trillion yuan", 3,335.71 billion) -> "3.33571 trillion yuan".

    A print that gave all the places its source gave gets all the places of the newer one; a rounded print stays
    as round as it was.

    Returns:
        None where the words cannot simply take another number: a range, another unit, another sign, digits of
        another script, or a number that stands in the words more than once.
    """
    old, new = stated.number, newer.value
    if old is None or new is None or newer.is_missing or newer.unit.code != pinned.unit.code:
        return None
    power = newer.multiplier - stated.multiplier
    moved = shifted(new, power)
    if (moved < 0) != (old < 0) or _is_other_unit(stated, newer):
        return None
    number = _placed(moved, stated, pinned, places=max(newer.decimals - power, 0))
    found = NUMBER.findall(words)
    if len(found) != 1:
        return None
    text = words.replace(found[0], _written(abs(number), like=found[0]))
    again = read_print(text)
    return text if again and again.number == number and judge(again, newer, units).holds else None


def _is_other_unit(stated: StatedFigure, newer: StatedValue) -> bool:
    """A print in another unit than the series would have to be converted, which is a writer's decision."""
    return (
        stated.unit is not None
        and newer.unit.code not in (stated.unit, *stated.also)
        and not newer.unit.is_count
    )


def _placed(moved: Decimal, stated: StatedFigure, pinned: StatedValue, *, places: int) -> Decimal:
    gave = max(pinned.decimals - (pinned.multiplier - stated.multiplier), 0)
    with localcontext(EXACT_ARITHMETIC):
        if stated.places >= gave:
            return moved.quantize(Decimal(1).scaleb(-max(places, 0))) if places > -_exponent(moved) else moved
        return moved.quantize(Decimal(1).scaleb(-stated.places), rounding=ROUND_HALF_UP)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _written(number: Decimal, *, like: str) -> str:
    """Commas between thousands, unless the writer wrote thousands without."""
    whole = like.partition(".")[0]
    bare = len(whole) > 3 and "," not in whole
    return plain(number) if bare else grouped(number)
