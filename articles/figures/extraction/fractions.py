"""Fractions, parts of a number, and verbs that are a figure by themselves. Pure: no Django, no floats."""

from collections.abc import Sequence
from decimal import Context, Decimal

from articles.figures.extraction.amount import Amount
from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import FRACTIONS, MULTIPLIERS
from articles.figures.lexicon import LEXICON

_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000})
_BARE_MULTIPLIERS_AFTER = frozenset(
    {"to", "will", "would", "could", "can", "may", "might", "should", "nearly", "almost"}
)
_HALF_BEFORE = frozenset({"of", "by", "the", "a", "in", "its", "their", "to", "than"})
_PERIODS = frozenset({"first", "second", "latter", "last", "this", "next", "each", "every", "final", "other"})
_FOUR_PLACES = Context(prec=4)


def _whole(word: Word) -> int | None:
    if word.sort == "number":
        return int(word.text) if word.text.isdigit() and len(word.text) < 5 else None
    meaning = LEXICON.words.get(word.lower)
    return None if meaning is None else meaning.value


def _fraction(words: Sequence[Word], first: int, last: int, above: int, below: int) -> Amount:
    value = _FOUR_PLACES.divide(Decimal(above), Decimal(below))
    return Amount(
        words[first].start, words[last - 1].end, first, last, value, 4, unit="ratio", parts=(above, below)
    )


def part_of_number(words: Sequence[Word], at: int) -> Amount | None:
    """ "one in eight", "7 out of 10"."""
    above = _whole(words[at])
    if not above or at + 2 >= len(words) or words[at + 1].lower not in {"in", "out"}:
        return None
    last = at + 2
    while last < len(words) and words[last].lower in {"of", "every"} and last < at + 4:
        last += 1
    below = _whole(words[last]) if last < len(words) else None
    follows = words[last + 1].text if last + 1 < len(words) else ""
    if (
        below not in _WHOLES
        or below <= above
        or (follows in {"%", ",", "percent", "months", "years"} and follows != ",")
    ):
        return None
    return _fraction(words, at, last + 1, above, below)


def fraction_at(words: Sequence[Word], at: int) -> Amount | None:
    """ "a third", "three-quarters", "half of"."""
    word, following = words[at], words[at + 1 : at + 4]
    before = words[at - 1].lower if at else ""
    if word.lower == "half" and before not in _PERIODS and not _starts_number(following):
        after = following[0].lower if following else "of"
        if after in _HALF_BEFORE or (before in {"by", "to", "than", "in"} and after in {".", ",", ";", ")"}):
            return _fraction(words, at, at + 1, 1, 2)
    above = 1 if word.lower in {"a", "an"} else _whole(word)
    if not above or above > 9 or len(following) < 1:
        return None
    step = 1 if following[0].text == "-" else 0
    part = following[step] if len(following) > step else None
    if part is None or part.lower not in FRACTIONS or part.lower == "half":
        return None
    after = words[at + step + 2].lower if at + step + 2 < len(words) else "of"
    plural = above > 1 and part.lower.endswith("s")
    if not plural and not (above == 1 and after in {"of", ".", ",", "the", "to", "since"}):
        return None
    return _fraction(words, at, at + step + 2, above, FRACTIONS[part.lower])


def _starts_number(following: Sequence[Word]) -> bool:
    """ "half a million" is a number."""
    rest = [word for word in following[:2] if word.lower not in {"a", "an"}]
    meaning = LEXICON.words.get(rest[0].lower) if rest else None
    return meaning is not None and meaning.scale is not None


def multiplier_at(words: Sequence[Word], at: int) -> Amount | None:
    """ "doubled" is a change, two times up."""
    word = words[at].lower
    if word.endswith("fold") and (count := LEXICON.words.get(word.removesuffix("fold"))) and count.value:
        amount = Amount(words[at].start, words[at].end, at, at + 1, Decimal(count.value), unit="times")
        amount.multiplies = "up"
        return amount
    parts = MULTIPLIERS.get(word)
    if parts is None:
        return None
    if not word.endswith("d") and (at == 0 or words[at - 1].lower not in _BARE_MULTIPLIERS_AFTER):
        return None
    above, below = parts
    if below == 1:
        amount = Amount(words[at].start, words[at].end, at, at + 1, Decimal(above), unit="times")
    else:
        amount = _fraction(words, at, at + 1, above, below)
    amount.multiplies = "up" if above > below else "down"
    return amount
