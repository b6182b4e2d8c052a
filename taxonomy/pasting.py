"""A pasted list of keywords, taken apart: by line, comma or semicolon of any script. Pure, no Django."""

import re
import unicodedata
from dataclasses import dataclass

from taxonomy.folding import fold

SEPARATORS = re.compile("[\n\r\u2028\u2029\v\f\t,;،؛，、；|•·]+")
LONGEST_TERM = 200
MOST_CHARACTERS = 1_000_000
# Urdu words are written with them.
JOINERS = "\u200c\u200d"
AROUND = " \u00a0\"'“”„«»‘’.#-–—*"


@dataclass(frozen=True, slots=True)
class Pasted:
    """The terms of a list in its order, each once after folding, and what is no keyword: longer than a label."""

    terms: list[str]
    too_long: list[str]


def pasted(text: str) -> Pasted:
    """Take a list apart: pasted("Trade; China، trade") gives Trade and China.

    Raises:
        ValueError: the list is longer than `MOST_CHARACTERS`.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"{len(text)} characters")
    terms: dict[str, str] = {}
    too_long = []
    for part in SEPARATORS.split(text):
        term = _clean(part)
        if len(term) > LONGEST_TERM:
            too_long.append(term[:LONGEST_TERM])
        elif folded := fold(term):
            terms.setdefault(folded, term)
    return Pasted(list(terms.values()), too_long)


def _clean(part: str) -> str:
    """Without control characters, direction marks, bullets and quotation marks around it; words keep their joiners."""
    shown = "".join(c if c in JOINERS or unicodedata.category(c)[0] != "C" else " " for c in part)
    return " ".join(shown.split()).strip(AROUND + JOINERS)
