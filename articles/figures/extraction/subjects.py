"""What a figure speaks of, as the words of the text. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.extraction.phrases import is_acronym, told
from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import (
    ACTORS,
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
_SIGNS_WITHIN = frozenset({"-", "&", "/", "'", '"'})
_RELATIVE = frozenset({"which", "that", "who"})
_WAYS = frozenset({"from", "to"})
_NO_OBJECT = frozenset(
    {"in", "from", "at", "on", "during", "after", "since", "for", "between", "as", "to", "than", "with", "of"}
)
_DETERMINERS = frozenset({"the", "its", "their"})
_VERBS = (LEVEL_VERBS | ACTORS | frozenset(CHANGE_VERBS)) - frozenset(
    {"form", "average", "supply", "range", "at", "total", "amount"}
)


def subject_of(
    left: Sequence[Word], right: Sequence[Word], before: str | None, kind: str, rule: str
) -> str | None:
    """Words for the subject; that of the figure before where the sentence only goes on."""
    left = left[-_LOOK_BACK:]
    after = _after(right, rule)
    verb = _verb(left)
    acted = verb is not None and left[verb].lower in ACTORS
    if after and (rule == "noun after" or (kind == "level" and right[0].lower == "of") or acted):
        return after
    if acted or (kind == "level" and left and left[-1].lower in {"a", "an"}):
        named = told(_until_stop(right[:_LONGEST]))
        if named and right[0].sort == "word":
            return named
    return _before(left, verb) or before or after


def _after(right: Sequence[Word], rule: str) -> str | None:
    """ "12 GW of solar power", "an increase of 5 percent in imports"."""
    for place, word in enumerate(right[:3]):
        if word.lower in _LINKS:
            return told(_until_stop(right[place + 1 : place + 1 + _LONGEST]))
        if word.lower not in CHANGE_NOUNS and word.lower not in {"year-on-year", "annual"}:
            return None
    return None


def _until_stop(words: Sequence[Word]) -> list[Word]:
    taken: list[Word] = []
    for at, word in enumerate(words):
        lower = word.lower
        stops = (
            lower in OUTSIDE_SUBJECTS
            or _is_verb(words, at)
            or (lower in {"will", "and", "in"} and bool(taken))
        )
        if stops or (word.sort != "word" and lower not in _SIGNS_WITHIN):
            break
        taken.append(word)
    return taken


def _is_verb(words: Sequence[Word], at: int) -> bool:
    if words[at].lower not in _VERBS:
        return False
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return not (words[at].lower == "added" and (following == "value" or (at and words[at - 1].lower == "-")))


def _verb(left: Sequence[Word]) -> int | None:
    """The verb nearest to the figure, in its own stretch of the sentence."""
    for at in range(len(left) - 1, -1, -1):
        if _is_verb(left, at) and left[at].lower not in {"at", "more", "less", "fewer"}:
            return at
    return None


def _before(left: Sequence[Word], verb: int | None) -> str | None:
    """The noun phrase before the verb that leads to the figure, or the thing that somebody cut or raised."""
    at = len(left)
    while at and not _is_plain(left, at - 1):
        at -= 1
    if verb is None or (verb > at and left[verb].lower not in _VERBS):
        return told(_phrase(left[:at]))
    given = left[verb + 1 : at]
    if given and _takes_object(left[verb].lower, given[0].lower) and (found := told(_phrase(given))):
        return found
    while verb and (
        _is_verb(left, verb - 1) or left[verb - 1].lower.endswith("ly") or left[verb - 1].lower in _AUXILIARY
    ):
        verb -= 1
    return told(_phrase(left[:verb]))


_AUXILIARY = frozenset(
    {
        "to",
        "not",
        "went",
        "go",
        "goes",
        "going",
        "further",
        "likely",
        "is",
        "also",
        "now",
        "already",
        "still",
        "slightly",
    }
)


def _takes_object(verb: str, following: str) -> bool:
    """ "cut the rate by", "pegged the deficit at"; not "rose in the year by"."""
    if verb in CHANGE_VERBS:
        return following not in _NO_OBJECT
    return verb.endswith("ed") and following in _DETERMINERS


def _is_plain(words: Sequence[Word], at: int) -> bool:
    """Whether it can be the last word of a subject."""
    word, lower = words[at], words[at].lower
    outside = FILLERS, CHANGE_NOUNS, QUALIFIER_WORDS, OUTSIDE_SUBJECTS, LEADING
    return word.sort == "word" and not _is_verb(words, at) and not any(lower in words for words in outside)


def _phrase(words: Sequence[Word]) -> list[Word]:
    """The words of the noun phrase that ends there.

    An acronym in brackets stands for the words before it, and what stands between commas explains the words
    before them ("Wheat, the main winter crop, rose"). What comes "from" or goes "to" somewhere is said before that.
    """
    taken: list[Word] = []
    explained: list[Word] = []
    at, plain = len(words), False
    while at and len(taken) < _LONGEST:
        at -= 1
        lower = words[at].lower
        if lower == ")":
            opened = next((p for p in range(at - 1, max(-1, at - 12), -1) if words[p].text == "("), None)
            if opened is None:
                break
            inside, at = words[opened + 1 : at], opened
            if is_acronym(inside):
                taken.extend(reversed(inside))
                break
        elif (not plain and lower in _RELATIVE) or (
            lower in _WAYS and plain and at and _is_plain(words, at - 1)
        ):
            taken, plain = [], False
        elif lower in OUTSIDE_SUBJECTS or (_is_verb(words, at) and taken):
            break
        elif words[at].sort == "mask" or (words[at].sort == "sign" and lower not in _SIGNS_WITHIN):
            if plain and (explained or words[-1].text != "," or lower != ","):
                break
            explained = explained or (taken if plain else [])
            taken, plain = [], False
        else:
            plain = plain or _is_plain(words, at)
            taken.append(words[at])
    return (taken if plain or not explained else explained)[::-1]
