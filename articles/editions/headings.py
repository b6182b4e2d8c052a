"""Headings of a body: each gets an anchor, and a long text a table of contents. Pure."""

import html
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from articles.figures.marks import words_of

HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
NOT_IN_ANCHORS = re.compile(r"[^\w]+")
LONGEST_ANCHOR = 60
# Before the words, so that no heading takes the anchor of a note or of a part of the page.
PREFIX = "s-"
FEWEST = 3
"""Headings from which on a text has a table of contents."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the table of contents."""

    level: int
    anchor: str
    text: str


def anchored(body: str) -> tuple[str, list[Heading]]:
    """The body with an `id` on each heading, and the headings.

    An anchor is made of the words of its heading, so that it stays while other parts of the text change.
    """
    found: list[Heading] = []
    seen: Counter[str] = Counter()

    def opened(match: re.Match[str]) -> str:
        text = words_of(match[2])
        if not text:
            return match[0]
        anchor = _anchor(text, seen)
        found.append(Heading(int(match[1]), anchor, text))
        return f'<h{match[1]} id="{html.escape(anchor)}">{match[2]}</h{match[1]}>'

    return HEADING.sub(opened, body), found


def contents(headings: list[Heading]) -> list[dict[str, Any]]:
    """The table of contents, empty for a short text: headings of the first level with those below each."""
    if len(headings) < FEWEST:
        return []
    entries: list[dict[str, Any]] = []
    for each in headings:
        if each.level == 2 or not entries:
            entries.append({"anchor": each.anchor, "text": each.text, "below": []})
        else:
            entries[-1]["below"].append({"anchor": each.anchor, "text": each.text})
    return entries


def _anchor(text: str, seen: Counter[str]) -> str:
    words = NOT_IN_ANCHORS.sub("-", text.lower()).strip("-")[:LONGEST_ANCHOR].strip("-")
    seen[words] += 1
    again = f"-{seen[words]}" if seen[words] > 1 else ""
    return f"{PREFIX}{words}{again}"
