"""Where in a text a note stands: by its words and what stands around them, not by a position. Pure.

The selector is the Web Annotation model's TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from dataclasses import dataclass
from itertools import takewhile

MOST_QUOTE = 1000
MOST_AROUND = 64
MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words, and up to `MOST_AROUND` characters before and after them."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def plain(text: str) -> str:
    """Every white space as one blank, so that a line break is no difference."""
    return " ".join(text.split())


def place_of(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Where the words stand in a text that went through `plain`; of several places, the one with the likest around.

    Returns:
        Start and end, or None if the words are gone.
    """
    quote = plain(anchor.quote)
    if not quote:
        return None
    best, most = None, -1
    at = text.find(quote)
    for _attempt in range(MOST_PLACES):
        if at < 0:
            break
        likeness = _likeness(text, at, at + len(quote), anchor)
        if likeness > most:
            best, most = at, likeness
        at = text.find(quote, at + 1)
    return None if best is None else (best, best + len(quote))


def _likeness(text: str, start: int, end: int, anchor: Anchor) -> int:
    prefix, suffix = plain(anchor.prefix)[-MOST_AROUND:], plain(anchor.suffix)[:MOST_AROUND]
    before = text[max(0, start - MOST_AROUND - 1) : start].rstrip()
    after = text[end : end + MOST_AROUND + 1].lstrip()
    return _common(before[::-1], prefix[::-1]) + _common(after, suffix)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
