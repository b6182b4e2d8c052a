"""Which labels occur in a text: leftmost longest match of whole words, Chinese by characters. Pure, no Django.

Text and labels are cut into the same tokens: a word of any script, or a single Chinese or Japanese character. Only
labels whose every token occurs in the text are kept, so memory follows the text and not the number of labels.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from taxonomy.folding import fold

TOKEN = re.compile(
    "[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]|[^\\W_\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]+"
)
CAPITALS = re.compile(r"\b[^\W\d_a-z][^\W_a-z]{0,5}\b")
MOST_CHARACTERS = 1_000_000
LONGEST = 12


class Label(NamedTuple):
    """A label of a keyword: its folded form, as it is written, and whose it is."""

    folded: str
    text: str
    keyword: int


@dataclass(slots=True)
class Spotted:
    """A keyword that a text names: by which label, how often, and where first (a token's number)."""

    keyword: int
    label: str
    times: int
    first: int


def spot(text: str, labels: Iterable[Label]) -> list[Spotted]:
    """The keywords whose labels occur, the most frequent first.

    A short label in capitals (`IT`, `CPEC`) is meant in capitals only. Reads the first `MOST_CHARACTERS`.
    """
    text = text[:MOST_CHARACTERS]
    tokens = TOKEN.findall(fold(text))
    capitals = set(CAPITALS.findall(unicodedata.normalize("NFKC", text)))
    kept = _that_may_occur(labels, set(tokens), capitals)
    lengths: dict[str, list[int]] = {}
    for key in kept:
        lengths.setdefault(key[0], []).append(len(key))
    for found in lengths.values():
        found[:] = sorted(set(found), reverse=True)
    return _walk(tokens, kept, lengths)


def _that_may_occur(
    labels: Iterable[Label], words: set[str], capitals: set[str]
) -> dict[tuple[str, ...], list[Label]]:
    kept: dict[tuple[str, ...], list[Label]] = {}
    for label in labels:
        key = tuple(TOKEN.findall(label.folded))
        if not 0 < len(key) <= LONGEST or not words.issuperset(key):
            continue
        if _is_acronym(label.text) and label.text not in capitals:
            continue
        if len("".join(key)) > 1:
            kept.setdefault(key, []).append(label)
    return kept


def _is_acronym(text: str) -> bool:
    return len(text) <= 6 and text.isascii() and text.isupper() and text.isalnum()


def _walk(
    tokens: list[str], kept: dict[tuple[str, ...], list[Label]], lengths: dict[str, list[int]]
) -> list[Spotted]:
    found: dict[int, Spotted] = {}
    at = 0
    while at < len(tokens):
        step = 1
        for length in lengths.get(tokens[at], ()):
            meant = kept.get(tuple(tokens[at : at + length]))
            if meant:
                for label in meant:
                    told = found.setdefault(label.keyword, Spotted(label.keyword, label.text, 0, at))
                    told.times += 1
                step = length
                break
        at += step
    return sorted(found.values(), key=lambda each: (-each.times, each.first))
