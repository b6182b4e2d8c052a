"""Which figure says the same again, and which level a change led to. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.amount import Amount
from articles.figures.extraction.kinds import Kind
from articles.figures.extraction.prose import Word

_NEAR = 8
_POINTS = frozenset({"percent", "percentage_point", "basis_point", None, "times", "ratio"})


def restated(amounts: Sequence[Amount], at: int, words: Sequence[Word]) -> int | None:
    """Index of the figure that this one, in brackets, repeats in another unit."""
    if not at:
        return None
    mine, before = amounts[at], amounts[at - 1]
    between = [word.text for word in words[before.last : mine.first]]
    if not between or between[0] != "(" or len(between) > 4:
        return None
    return at - 1 if {mine.unit, before.unit}.isdisjoint(_POINTS) and mine.unit != before.unit else None


def level_of(amounts: Sequence[Amount], kinds: Sequence[Kind], at: int) -> int | None:
    """Index of the level that the change led to: the one before it, else the one after it."""
    if kinds[at].kind != "change":
        return None
    for other in (at - 1, at + 1):
        if 0 <= other < len(amounts) and kinds[other].kind in {"level", "rate"}:
            first, second = sorted((at, other))
            if amounts[second].first - amounts[first].last <= _NEAR:
                return other
    return None
