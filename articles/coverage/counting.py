"""Count the numbers of a body that no mark binds. Pure: no Django, no queries."""

import html
from datetime import date
from typing import NamedTuple

from articles.figures.extraction import extract
from articles.figures.marks import TAG, VOID

# Between two blocks the extraction looks for nothing that goes on.
BLOCK = "\n\n"
INLINE = {
    "data",
    "a",
    "b",
    "strong",
    "i",
    "em",
    "sup",
    "sub",
    "span",
    "bdi",
    "abbr",
    "code",
    "q",
    "cite",
    "u",
    "s",
}


class Text(NamedTuple):
    """The text of a body, and where in it the marks stand."""

    words: str
    marked: list[tuple[int, int]]


def unbound_numbers(body: str, *, published: date | None) -> int:
    """How many statistical figures of the text stand outside all marks.

    Args:
        body: sanitised HTML.
        published: the day of the article, which says what "last year" is; it changes no count.
    """
    text = text_of(body)
    found = extract(text.words, published=published, area=None, fiscal_year_start=1)
    starts = iter(sorted(text.marked))
    mark = next(starts, None)
    unbound = 0
    for figure in found:
        while mark is not None and mark[1] <= figure.start:
            mark = next(starts, None)
        if mark is None or figure.end <= mark[0]:
            unbound += 1
    return unbound


def text_of(body: str) -> Text:
    """The text with blocks apart, and the stretches that marks with a reference cover, in their order."""
    parts: list[str] = []
    marked: list[tuple[int, int]] = []
    at = last = 0
    opened: int | None = None

    def add(words: str) -> None:
        nonlocal at
        parts.append(words)
        at += len(words)

    for tag in TAG.finditer(body):
        add(html.unescape(body[last : tag.start()]))
        last = tag.end()
        closing, name, attributes = tag.groups()
        if name == "data":
            if not closing and "data-observation=" in attributes:
                opened = at
            elif closing and opened is not None:
                marked.append((opened, at))
                opened = None
        elif name not in INLINE:
            add("\n" if name in VOID else BLOCK)
    add(html.unescape(body[last:]))
    return Text("".join(parts), marked)
