"""Words of a text as the name of a subject. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import AREAS, FILLERS, LEADING

_LONGEST_ACRONYM = 6
_GLUE = frozenset({"-", "&", "/"})
_ENDS = frozenset(
    {"in", "of", "for", "at", "on", "by", "the", "a", "an", "and", "to", "with", "also", "now", "not", "s"}
)
_LOOSE = LEADING | (FILLERS - {"average", "annual"})


def is_acronym(words: Sequence[Word]) -> bool:
    """Whether the words are one acronym (GDP, R&D)."""
    letters = "".join(word.text for word in words).replace("&", "")
    return 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and letters.isalpha()


def told(words: Sequence[Word]) -> str | None:
    """The phrase without articles, areas, marks and loose ends; None if nothing is left."""
    kept = [
        word for word in words if (word.sort == "word" and not _is_area(word.lower)) or word.text in _GLUE
    ]
    first, last = 0, len(kept)
    while first < last and (kept[first].lower in _LOOSE or kept[first].sort != "word"):
        first += 1
    while last > first and (kept[last - 1].lower in _ENDS or kept[last - 1].sort != "word"):
        last -= 1
    text = ""
    for word, before in zip(kept[first:last], [None, *kept[first:last]], strict=False):
        text += word.text if before is None or before.end == word.start else f" {word.text}"
    return text or None


def _is_area(lower: str) -> bool:
    return lower.removesuffix("'s") in AREAS.names
