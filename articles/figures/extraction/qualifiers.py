"""The words just before a figure that say how it is meant. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import LONGEST_QUALIFIER, QUALIFIERS

_ARTICLES = frozenset({"a", "an", "the", "record"})


def qualifier_of(left: Sequence[Word]) -> str | None:
    """The qualifier that ends `left`, the longest phrase first; None if there is none."""
    words = [word.lower for word in left[-LONGEST_QUALIFIER - 1 :]]
    if words and words[-1] in _ARTICLES and " ".join(words[-2:]) not in QUALIFIERS:
        words.pop()
    for length in range(min(LONGEST_QUALIFIER, len(words)), 0, -1):
        if found := QUALIFIERS.get(" ".join(words[-length:])):
            return found
    return None
