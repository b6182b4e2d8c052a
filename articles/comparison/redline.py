"""What changed between two texts, word by word. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS = re.compile(r"\n+|[^\S\n]+|[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
# Words that stay around a change; longer stretches are left out.
CONTEXT = 12
# How many pairs of equal words, or paragraphs, are looked at together. Beyond it a stretch counts as replaced.
MOST_PAIRS = 200_000
MOST_PAIRS_IN_ALL = 2_000_000

Change = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went, came, or (`gap`) are left out because nothing changed there."""

    kind: Literal["same", "gone", "new", "gap"]
    text: str


def redline(before: str, after: str) -> list[Piece]:
    """The change from one plain text to the other; empty if there is none."""
    if before == after:
        return []
    old, new = WORDS.findall(before), WORDS.findall(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in _changes(old, new):
        if tag == "equal":
            pieces += _kept(old[a:b], first=a == 0, last=b == len(old))
            continue
        pieces += [Piece("gone", "".join(old[a:b]))] if b > a else []
        pieces += [Piece("new", "".join(new[c:d]))] if d > c else []
    return pieces


def _kept(words: list[str], *, first: bool, last: bool) -> Iterator[Piece]:
    if len(words) <= 2 * CONTEXT:
        yield Piece("same", "".join(words))
        return
    if not first:
        yield Piece("same", "".join(words[:CONTEXT]))
    yield Piece("gap", "")
    if not last:
        yield Piece("same", "".join(words[-CONTEXT:]))


def _changes(old: list[str], new: list[str]) -> list[Change]:
    """As of `SequenceMatcher`, but bounded: long texts are aligned by paragraph first, then by word."""
    if _pairs(old, new) <= MOST_PAIRS:
        return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    before, after = _paragraphs(old), _paragraphs(new)
    changes: list[Change] = []
    left = MOST_PAIRS_IN_ALL
    for tag, a, b, c, d in _aligned(["".join(each) for each in before], ["".join(each) for each in after]):
        for n in range(max(b - a, d - c)):
            was = before[a + n] if a + n < b else []
            now = after[c + n] if c + n < d else []
            cost = 0 if tag == "equal" else _pairs(was, now, " ")
            inner: Sequence[Change] = _whole(tag, was, now)
            if tag == "replace" and cost <= min(left, MOST_PAIRS):
                inner = SequenceMatcher(str.isspace, was, now, autojunk=False).get_opcodes()
                left -= cost
            _append(changes, inner)
    return changes


def _pairs(old: Sequence[str], new: Sequence[str], but: str = "") -> int:
    """How many pairs of equal elements there are: what matching them costs."""
    there = Counter(new)
    return sum(n * there[each] for each, n in Counter(old).items() if each != but)


def _paragraphs(words: list[str]) -> list[list[str]]:
    """The words of each paragraph, the line breaks after it included."""
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(word)
        if word.startswith("\n"):
            found.append([])
    return found if found[-1] else found[:-1]


def _aligned(old: list[str], new: list[str]) -> list[Change]:
    start, shortest = 0, min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    if _pairs(old[start:], new[start:]) > MOST_PAIRS:
        whole: Change = ("replace", start, len(old), start, len(new))
        return [("equal", 0, start, 0, start), whole]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _whole(tag: str, was: list[str], now: list[str]) -> list[Change]:
    return [("equal" if tag == "equal" else "replace", 0, len(was), 0, len(now))]


def _append(changes: list[Change], inner: Sequence[Change]) -> None:
    """Go on where the last change ended; stretches without a change are one."""
    _tag, _a, old, _c, new = changes[-1] if changes else ("", 0, 0, 0, 0)
    for tag, a, b, c, d in inner:
        if tag == "equal" and changes and changes[-1][0] == tag:
            changes[-1] = (tag, changes[-1][1], old + b, changes[-1][3], new + d)
        else:
            changes.append((tag, old + a, old + b, new + c, new + d))
