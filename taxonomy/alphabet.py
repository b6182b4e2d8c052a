"""The place of a name in an index by letter, in each language of the site. Pure, no Django, no collation library.

English goes by the folded Latin letters. Urdu has an alphabet of its own, written out below. Chinese goes by radical
and further strokes, as dictionaries do: the characters of the main Unicode block stand in that order already, so that
the radicals themselves (the first of each group) are all that has to be known. Names that have no label in the language
are in another script and follow in the order of that script.
"""

import unicodedata
from bisect import bisect_right
from itertools import groupby
from typing import NamedTuple

from taxonomy.folding import fold

URDU = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے"
LATIN = "abcdefghijklmnopqrstuvwxyz"
HAN = range(0x4E00, 0xA000)
RADICALS = [unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)]
DIGITS, OTHERS = "0–9", "…"
_STARTS = [ord(radical) for radical in RADICALS]
_URDU_PLACE = {letter: f"{place:02d}" for place, letter in enumerate(URDU)}
_OWN = {"ur": "urdu", "zh-hans": "han"}


class Place(NamedTuple):
    """Where a name stands: by script, by its letter there, then by all of its letters."""

    script: int
    letter: int
    spelling: str
    heading: str


def place_of(name: str, language: str) -> Place:
    """The place of a name; names of one heading stand together when they are sorted by it."""
    folded = fold(name)
    first = folded[:1]
    script, letter, heading = _standing(first)
    own = script == _OWN.get(language, "latin")
    order = ("latin", "urdu", "han", "digits", "others").index(script)
    return Place(0 if own else order + 1, letter, _spelt(folded), heading)


def by_letter[T](names: list[tuple[str, T]], language: str) -> list[tuple[str, list[T]]]:
    """(heading, members) in the order of the index.

    Args:
        names: each member with the name it goes by.
    """
    placed = sorted(((place_of(name, language), n) for n, (name, _each) in enumerate(names)))
    groups = groupby(placed, key=lambda pair: pair[0].heading)
    return [(heading, [names[n][1] for _place, n in members]) for heading, members in groups]


def _standing(first: str) -> tuple[str, int, str]:
    if first in LATIN and first:
        return "latin", LATIN.index(first), first.upper()
    if first in URDU and first:
        return "urdu", URDU.index(first), first
    if first and ord(first) in HAN:
        radical = bisect_right(_STARTS, ord(first)) - 1
        return "han", radical, RADICALS[radical]
    if first.isdigit():
        return "digits", 0, DIGITS
    return "others", 0, OTHERS


def _spelt(folded: str) -> str:
    """The name with Urdu letters written as their places, so that it sorts by the alphabet."""
    return "".join(_URDU_PLACE.get(letter, letter) for letter in folded)
