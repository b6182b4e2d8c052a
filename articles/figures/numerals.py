"""Read printed figures: "9.443 million units" is a number, a scale and a unit. Pure: no Django, no floats."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from articles.figures.decimals import grouped, plain, shifted
from articles.figures.grammar import (
    OPENS_RANGE,
    Amount,
    amount_at,
    is_figure,
    is_rate_of_two_units,
    other_end,
    prefix_of,
    with_spelled_numbers,
)
from articles.figures.lexicon import UnitWord
from articles.figures.scanning import tokenise

__all__ = ["LONGEST_PRINT", "Qualifier", "StatedFigure", "grouped", "plain", "read_print"]

LONGEST_PRINT = 300
"""Characters; a longer text is no print of one figure."""
LARGEST_POWER = 30
"""Power of ten of the scale words; a larger one is no figure anybody prints."""


class Qualifier(StrEnum):
    """How a number is meant, in a print and in what a source states."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as printed: the number in its own scale and unit, with the precision it was printed in.

    `multiplier` is the power of ten of the scale words. `unit` is None where no unit word stands, or
    only a noun that fits whatever is counted (`generic_count`). `also` lists what else the unit
    word may mean.
    """

    text: str
    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    places: int
    multiplier: int
    unit: str | None
    generic_count: bool
    qualifier: Qualifier
    also: tuple[str, ...] = ()

    @property
    def canonical(self) -> Decimal | None:
        """The number in full, in its own unit; None for a range."""
        return None if self.number is None else shifted(self.number, self.multiplier)


def read_print(text: str) -> StatedFigure | None:
    """The first figure in the words, or None if there is no number.

    Linear in the text; never raises. Words of direction ("fell") are not read, a printed sign is.
    """
    if len(text) > LONGEST_PRINT:
        return None
    tokens = with_spelled_numbers(tokenise(text))
    at = next((i for i in range(len(tokens)) if is_figure(tokens, i)), None)
    if at is None:
        return None
    sign, unit, before = prefix_of(tokens[:at])
    first = amount_at(tokens, at, sign)
    if (first.power or 0) > LARGEST_POWER:
        return None
    if unit is not None and is_rate_of_two_units(unit, tokens[first.end : first.end + 2]):
        unit = None
    second = other_end(tokens, first, before is OPENS_RANGE)
    if second is not None:
        return _range(text, first, second, unit)
    return _single(text, first, unit, None if before is OPENS_RANGE else before)


def _single(text: str, amount: Amount, prefix: UnitWord | None, before: str | None) -> StatedFigure:
    word = prefix or amount.unit or UnitWord(None)
    return StatedFigure(
        text=text,
        number=amount.number,
        low=None,
        high=None,
        places=amount.places,
        multiplier=(amount.power or 0) + word.power,
        unit=word.code,
        generic_count=word.generic,
        qualifier=Qualifier(before or amount.after or Qualifier.EXACT),
        also=word.also,
    )


def _range(text: str, first: Amount, second: Amount, prefix: UnitWord | None) -> StatedFigure:
    """Both ends in the scale of the second; a first end without scale words shares it ("2 to 3 million")."""
    power = second.power or 0
    shares = first.power is None and first.number.copy_abs() <= second.number.copy_abs()
    gap = 0 if shares else (first.power or 0) - power
    ends = sorted((shifted(first.number, gap), second.number))
    joined = replace(second, places=max(first.places - gap, second.places, 0), unit=second.unit or first.unit)
    single = _single(text, joined, prefix, None)
    return replace(single, number=None, low=ends[0], high=ends[1], qualifier=Qualifier.RANGE)
