"""Figure marks in a sanitised body: `<data value="..." data-observation="SERIES:PERIOD">words</data>`. Pure.

The body is the truth. These functions read marks, keep `value` in step with the words, and cut a body into blocks.
They expect the canonical serialisation that the sanitiser writes.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.figures.numerals import plain, read_print

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>')
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
VOID = {"br", "hr", "img"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure mark.

    Attributes:
        n: its number in the order of the text, from 1.
        reference: `SERIES:PERIOD`.
        value: the canonical value of the print as the attribute states it.
        text: the words, without tags, unescaped.
        start, end: offsets of the whole element in the body.
        inner: the HTML of the words.
        in_link: whether the mark stands inside a link of the text, or has one inside.
    """

    n: int
    reference: str
    value: str
    text: str
    start: int
    end: int
    inner: str
    in_link: bool


def words_of(fragment: str) -> str:
    """The text of an HTML fragment: tags dropped, entities read, spaces joined."""
    return " ".join(html.unescape(TAG.sub("", fragment)).split())


def marks_of(body: str) -> list[Mark]:
    """All marks that carry a reference, in the order of the text."""
    return list(_marks(body))


def _marks(body: str) -> Iterator[Mark]:
    opened: re.Match[str] | None = None
    depth = links = number = 0
    for tag in TAG.finditer(body):
        closing, name, attributes = tag.groups()
        if name == "a":
            links += -1 if closing else 1
        if name != "data":
            continue
        depth += -1 if closing else 1
        if depth == 1 and not closing:
            opened = tag if "data-observation=" in attributes else None
        elif depth == 0 and opened:
            number += 1
            given = dict(ATTRIBUTE.findall(opened[3]))
            inner = body[opened.end() : tag.start()]
            yield Mark(
                number,
                html.unescape(given["data-observation"]),
                given.get("value", ""),
                words_of(inner),
                opened.start(),
                tag.end(),
                inner,
                links > 0 or "<a " in inner,
            )
            opened = None


def with_values(body: str) -> str:
    """The body with each mark's `value` recomputed from its words, and marks inside marks unwrapped."""
    parts, at = [], 0
    for mark in _marks(body):
        stated = read_print(mark.text)
        canonical = stated.canonical if stated else None
        value = f' value="{plain(canonical)}"' if canonical is not None else ""
        inner = re.sub(r"</?data\b[^>]*>", "", mark.inner)
        reference = html.escape(mark.reference)
        parts += [body[at : mark.start], f'<data{value} data-observation="{reference}">{inner}</data>']
        at = mark.end
    return "".join([*parts, body[at:]])


def blocks_of(body: str) -> list[str]:
    """The body cut between its top-level elements."""
    cuts, depth = [0], 0
    for tag in TAG.finditer(body):
        if tag[2] in VOID:
            pass
        else:
            depth += -1 if tag[1] else 1
        if depth == 0:
            cuts.append(tag.end())
    pieces = [body[a:b] for a, b in zip(cuts, [*cuts[1:], len(body)], strict=True)]
    return [piece for piece in pieces if piece.strip()]


def plain_text(body: str) -> str:
    """The text of a whole body, blocks separated by line breaks."""
    return "\n".join(words_of(block.replace("</p>", " ").replace("</li>", " ")) for block in blocks_of(body))
