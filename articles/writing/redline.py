"""What changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS = re.compile(r"\n+|[^\S\n]+|[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
# Words that stay around a change; longer stretches are left out.
CONTEXT = 12


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
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
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
