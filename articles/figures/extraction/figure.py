"""What extraction says about one figure. Pure: no Django."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ExtractedFigure:
    """A statistical figure found in prose, with everything that was read or guessed about it.

    `start` and `end` are code points of the text given to `extract`, end exclusive; `text` is what stands
    there: sign, currency, number, scale, unit; never the qualifier. `value` is in full ("9.443 million" is
    9443000) and None for a range, which has `low` and `high`. A change carries its size, its sign is in
    `direction`. A fraction has `parts` ((1, 3) for "a third") and a value rounded to four places.
    `unit` is a house code, None for things that are only counted. `period` is `2023`, `2023-05`, `2023-Q1`,
    `2023-H1`, `2023-07/2024-03`, `2023-12-23`, `2022/2023` (fiscal), `2022/2023-Q2`, `2010..2012` or None, and
    `period_from` says how it was found: stated, relative, inherited.
    `level_of` is the index, in the same list, of the level that a change led to; `restates` that of the
    figure which this one repeats in another unit. `rule` names what decided the kind.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    parts: tuple[int, int] | None
    places: int
    multiplier: int
    unit: str | None
    qualifier: str | None
    kind: str
    direction: str | None
    period: str | None
    period_from: str | None
    area: str | None
    subject: str | None
    level_of: int | None
    restates: int | None
    confidence: str
    rule: str
