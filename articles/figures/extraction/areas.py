"""The area a figure speaks of, where the words beside it name one. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import AREAS

_NEAR = 12


def area_of(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """The area named last before the figure, in its own stretch of the sentence."""
    words = left[-_NEAR:]
    for at in range(len(words) - 1, -1, -1):
        for length in (3, 2, 1):
            name = " ".join(word.lower for word in words[at : at + length])
            if words[at].text[:1].isupper() and (found := AREAS.names.get(name)):
                return found
    return None
