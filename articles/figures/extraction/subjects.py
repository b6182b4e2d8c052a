"""What a figure speaks of, as the words of the text. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import (
    AREAS,
    CHANGE_NOUNS,
    CHANGE_VERBS,
    FILLERS,
    LEADING,
    LEVEL_VERBS,
    OUTSIDE_SUBJECTS,
    QUALIFIER_WORDS,
)

_LONGEST = 10
_LOOK_BACK = 40
_LINKS = frozenset({"in", "of", "for"})
_SIGNS_WITHIN = frozenset({"-", "&", "/", "'", '"', "(", ")"})
_ENDS = frozenset({"in", "of", "for", "at", "on", "by", "the", "a", "an", "and", "to", "with", "(", "-", ")"})
_VERBS = (LEVEL_VERBS | frozenset(CHANGE_VERBS)) - frozenset({"form", "average", "supply", "range"})


def subject_of(
    left: Sequence[Word], right: Sequence[Word], before: str | None, kind: str, rule: str
) -> str | None:
    """Words for the subject; that of the figure before where the sentence only goes on."""
    after = _after(right, rule)
    if rule == "noun after" and after:
        return after
    if kind == "level" and right and right[0].lower in {"of", "in"} and right[0].lower == "of" and after:
        return after
    return _before(left[-_LOOK_BACK:]) or (after if before is None or kind != "change" else None) or before


def _after(right: Sequence[Word], rule: str) -> str | None:
    """ "12 GW of solar power", "an increase of 5 percent in imports"."""
    for place, word in enumerate(right[:3]):
        if word.lower in _LINKS:
            return _told(_until_stop(right[place + 1 : place + 1 + _LONGEST]))
        if word.lower not in CHANGE_NOUNS and word.lower not in {"year-on-year", "annual"}:
            return None
    return None


def _until_stop(words: Sequence[Word]) -> list[Word]:
    taken: list[Word] = []
    for word in words:
        lower = word.lower
        if (
            lower in OUTSIDE_SUBJECTS
            or lower in _VERBS
            or (word.sort != "word" and lower not in _SIGNS_WITHIN)
        ):
            break
        taken.append(word)
    return taken


def _before(left: Sequence[Word]) -> str | None:
    """The noun phrase before the verb that leads to the figure."""
    at = len(left)
    while at and not _is_plain(left[at - 1]):
        at -= 1
    verb = next((p for p in range(at - 1, -1, -1) if left[p].lower in _VERBS), None)
    found = None
    if verb is not None:
        while verb and (
            left[verb - 1].lower in _VERBS
            or left[verb - 1].lower.endswith("ly")
            or left[verb - 1].lower in {"to", "not"}
        ):
            verb -= 1
        found = _told(_phrase(left[:verb]))
    return found or _told(_phrase(left[:at]))


def _is_plain(word: Word) -> bool:
    """Whether it can be the last word of a subject."""
    lower = word.lower
    return word.sort == "word" and not (
        lower in FILLERS
        or lower in CHANGE_NOUNS
        or lower in QUALIFIER_WORDS
        or lower in OUTSIDE_SUBJECTS
        or lower in LEADING
    )


def _phrase(words: Sequence[Word]) -> list[Word]:
    taken: list[Word] = []
    for word in reversed(words):
        lower = word.lower
        if lower in OUTSIDE_SUBJECTS or (lower in _VERBS and taken) or len(taken) >= _LONGEST:
            break
        if word.sort == "sign" and lower not in _SIGNS_WITHIN:
            if any(_is_plain(other) for other in taken):
                break
            taken = []
            continue
        taken.append(word)
    return taken[::-1]


def _told(words: Sequence[Word]) -> str | None:
    """The phrase without articles, areas, masks and loose ends; None if nothing is left."""
    kept = [word for word in words if word.sort == "word" and not _is_area(word.lower)]
    first, last = 0, len(kept)
    while first < last and kept[first].lower in LEADING:
        first += 1
    while last > first and (kept[last - 1].lower in _ENDS or kept[last - 1].lower in LEADING):
        last -= 1
    told = " ".join(word.text.removesuffix("'s") for word in kept[first:last])
    return told or None


def _is_area(lower: str) -> bool:
    return lower.removesuffix("'s") in AREAS.names
