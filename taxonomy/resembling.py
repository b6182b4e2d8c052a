"""Which labels look like each other: the same after folding, or one or two letters apart. Pure, no Django.

Work is bounded by the letters and not by the pairs: every label is filed under its folded form with up to two letters
left out, and only labels that meet in a file are compared. Files in which too many meet say nothing and are passed by.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

SHORTEST = 6
LONG = 10
LONGEST = 40
MOST_MEETING = 20


class Named(NamedTuple):
    """A label of a keyword: its folded form, and whose it is."""

    folded: str
    keyword: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two keywords that look alike: by which labels, and how many letters they are apart; 0 is a shared label."""

    one: int
    other: int
    label: str
    like: str
    apart: int


def resembling(labels: Iterable[Named], *, most: int) -> list[Pair]:
    """Pairs of different keywords, the most alike first; at most `most`.

    Names of more than 5 letters may be one letter apart, of 10 or more two; what differs in digits is different.
    """
    kept = sorted(set(labels))
    found: dict[tuple[int, int], Pair] = {}
    for one, other in _meeting(kept):
        if one.keyword == other.keyword:
            continue
        apart = _apart(one.folded, other.folded)
        if apart is None:
            continue
        first, second = sorted((one, other), key=lambda each: each.keyword)
        key = (first.keyword, second.keyword)
        if key not in found or apart < found[key].apart:
            found[key] = Pair(*key, first.folded, second.folded, apart)
    return sorted(found.values(), key=lambda pair: (pair.apart, pair.label, pair.like))[:most]


def _meeting(labels: list[Named]) -> Iterator[tuple[Named, Named]]:
    files: dict[str, list[Named]] = {}
    for label in labels:
        for key in _keys(label.folded):
            files.setdefault(key, []).append(label)
    for together in files.values():
        if 1 < len(together) <= MOST_MEETING:
            yield from combinations(together, 2)


def _keys(text: str) -> set[str]:
    """The text itself, and for a longer one the halves of it that stay whole when letters differ elsewhere."""
    keys = {f"={text}"}
    if not SHORTEST <= len(text) <= LONGEST:
        return keys
    # With at most two letters apart, one of three parts is whole, and stands where it stood, give or take two.
    third = len(text) // 3
    if len(text) < LONG:
        keys |= {text[:at] + text[at + 1 :] for at in range(len(text))} | {text}
        return keys
    for length in {len(text) + shift for shift in range(-2, 3)}:
        part = max(length // 3, 3)
        keys |= {f"<{part}{text[:part]}", f">{part}{text[-part:]}"}
    keys |= {f"~{text[at : at + third]}" for at in range(max(third - 2, 0), third + 3)}
    return keys


def _apart(one: str, other: str) -> int | None:
    """How many letters are added, left out or changed from one to the other; None when more than names may be."""
    if one == other:
        return 0
    shorter = min(len(one), len(other))
    allowed = 0 if shorter < SHORTEST else 1 if shorter < LONG else 2
    if abs(len(one) - len(other)) > allowed or _digits(one) != _digits(other):
        return None
    distance = _distance(one, other)
    return distance if distance <= allowed else None


def _digits(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]


def _distance(one: str, other: str) -> int:
    """Levenshtein's distance, row by row; labels are short."""
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, its in enumerate(other, 1):
            changed = above[column - 1] + (letter != its)
            here.append(min(changed, above[column] + 1, here[-1] + 1))
        above = here
    return above[-1]
