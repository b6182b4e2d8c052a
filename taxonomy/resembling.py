"""Which labels look like each other: the same words in any order, a letter apart, or with another ending. No Django.

Work is bounded by the letters and not by the pairs: every label is filed under its words, under what is left of it
when each letter in turn is left out, and without its ending; labels that meet in a file look alike. A file in which
many meet is a series of names (“Group A” to “Group Z”), says nothing, and is passed by.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

SHORTEST = 6
LONG = 10
MOST_MEETING = 20
WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")

How = Literal["same", "order", "letter", "ending"]
CLOSEST: tuple[How, ...] = ("same", "order", "letter", "ending")


class Named(NamedTuple):
    """A label of a keyword: its folded form, and whose it is."""

    folded: str
    keyword: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two keywords that look alike, by which labels and how; `one` is the smaller number."""

    one: int
    other: int
    label: str
    like: str
    how: How


def resembling(labels: Iterable[Named], *, most: int) -> list[Pair]:
    """Pairs of different keywords, the most alike first; at most `most`.

    “A letter apart” is: equal when at most one letter is left out of each, from 6 letters on. “Another ending” is:
    equal without up to two letters at the end of each, from 10 letters on. What differs in its digits is different.
    """
    kept = sorted(set(labels))
    found: dict[tuple[int, int], Pair] = {}
    for how in CLOSEST:
        for one, other in _meeting(kept, how):
            first, second = sorted((one, other), key=lambda each: each.keyword)
            key = (first.keyword, second.keyword)
            if key not in found:
                found[key] = Pair(*key, first.folded, second.folded, how)
    return sorted(found.values(), key=lambda pair: (CLOSEST.index(pair.how), pair.label, pair.like))[:most]


def _meeting(labels: list[Named], how: How) -> Iterator[tuple[Named, Named]]:
    files: dict[str, list[Named]] = defaultdict(list)
    for label in labels:
        for key in _keys(label.folded, how):
            files[key].append(label)
    for together in files.values():
        if 1 < len(together) <= MOST_MEETING:
            yield from (
                (one, other)
                for one, other in combinations(together, 2)
                if one.keyword != other.keyword and DIGIT.findall(one.folded) == DIGIT.findall(other.folded)
            )


def _keys(text: str, how: How) -> set[str]:
    if how == "same":
        return {text}
    if how == "order":
        words = WORD.findall(text)
        return {" ".join(sorted(words))} if len(words) > 1 else set()
    if how == "ending":
        return {text, text[:-1], text[:-2]} if len(text) >= LONG else set()
    left = (text[:at] + text[at + 1 :] for at in range(len(text)))
    return {text, *left} if len(text) >= SHORTEST else set()
