"""A sanitised body as blocks of plain text with their links and pictures. Pure."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>')
HREF = re.compile(r'\bhref="([^"]*)"')
BLOCKS = {"p", "h2", "h3", "li", "td", "th", "blockquote", "figure", "hr", "table", "ul", "ol"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the offsets of its words in the text of its block."""

    href: str
    text: str
    start: int


@dataclass(slots=True)
class Block:
    """A paragraph, heading, entry or cell: `kind` is its element."""

    kind: str
    text: str = ""
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    Attributes:
        code: which check.
        quote: the words it is about, as they stand in the text.
        block: the number of the block with words, from 0; where the words are looked for first.
        start: where in it they begin.
        details: what the sentence about it needs.
    """

    code: str
    quote: str
    block: int
    start: int = 0
    details: dict[str, str | int] = field(default_factory=dict)


def blocks_in(body: str) -> list[Block]:
    """The blocks of a body that hold words or a link, in the order of the text."""
    return [block for block in _blocks(body) if block.text.strip() or block.links]


def _blocks(body: str) -> Iterator[Block]:
    current, at, opened = Block("p"), 0, None
    for tag in TAG.finditer(body):
        current.text += html.unescape(body[at : tag.start()])
        at = tag.end()
        closing, name, attributes = tag.groups()
        if name in BLOCKS:
            yield current
            current, opened = Block("p" if closing else name), None
        elif name == "br":
            current.text += "\n"
        elif name == "a" and not closing:
            href = HREF.search(attributes)
            opened = (html.unescape(href[1]) if href else "", len(current.text))
        elif name == "a" and opened is not None:
            current.links.append(Link(opened[0], current.text[opened[1] :], opened[1]))
            opened = None
    current.text += html.unescape(body[at:])
    yield current
