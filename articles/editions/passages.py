"""The passages in which an edition differs from the one before it: what a correction shows readers. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from articles.comparison.redline import Piece, redline
from articles.figures.marks import plain_text

MOST_PASSAGES = 10
LONGEST = 400
"""Letters of one passage, before and after each."""
MOST_WORDS = 2000
"""Of a paragraph that is compared word by word; a longer one is shown as a whole, cut."""
MOST_PARAGRAPHS = 5000

Part = Literal["title", "standfirst", "body"]
Texts = Mapping[str, object]


def passages(before: Texts, after: Texts) -> list[dict[str, Any]]:
    """The first changes, in the order of the page, as plain data.

    Args:
        before: title, standfirst and body (HTML) of the edition before.
        after: the same of this one.

    Returns:
        `part` and `pieces` ([kind, text] as in a redline) each; at most `MOST_PASSAGES`.
    """
    found: list[dict[str, Any]] = []
    for part in ("title", "standfirst", "body"):
        old, new = _paragraphs(str(before[part]), part), _paragraphs(str(after[part]), part)
        for was, now in _changed(old, new):
            if len(found) == MOST_PASSAGES:
                return found
            found.append(_passage(part, was, now))
    return found


def _paragraphs(text: str, part: str) -> list[str]:
    words = plain_text(text) if part == "body" else text
    return [line for line in words.split("\n") if line.strip()][:MOST_PARAGRAPHS]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs that differ, paired in order; one without a counterpart is paired with nothing."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(b - a, d - c)):
            yield (old[a + n] if a + n < b else ""), (new[c + n] if c + n < d else "")


def _passage(part: str, was: str, now: str) -> dict[str, Any]:
    if max(was.count(" "), now.count(" "), len(was) // 10, len(now) // 10) > MOST_WORDS:
        pieces = [Piece("gone", was), Piece("new", now)]
    else:
        pieces = redline(was, now)
    return {"part": part, "pieces": [[piece.kind, piece.text] for piece in _cut(pieces)]}


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Bounded: where a side is full, an ellipsis says so."""
    room = {"gone": LONGEST, "new": LONGEST, "same": LONGEST, "gap": LONGEST}
    for piece in pieces:
        text = piece.text[: room[piece.kind]]
        room[piece.kind] -= len(text)
        if text or piece.kind == "gap":
            yield Piece(piece.kind, text)
        if len(text) < len(piece.text):
            yield Piece("gap", "")
            if piece.kind == "same":
                return


def sides(passage: Mapping[str, Any]) -> dict[str, str]:
    """A passage as two texts: `part`, `before`, `after`. What is left out is an ellipsis."""
    pieces = [(kind, " … " if kind == "gap" else text) for kind, text in passage["pieces"]]
    return {
        "part": passage["part"],
        "before": "".join(text for kind, text in pieces if kind != "new").strip(),
        "after": "".join(text for kind, text in pieces if kind != "gone").strip(),
    }
