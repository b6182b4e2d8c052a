"""What a reader of any format answers: blocks of plain text, and what the file says about itself. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from taxonomy.printable import plain_line

type Kind = Literal["paragraph", "title", "heading", "item", "quote"]

MOST_BYTES = 5 * 1024 * 1024
MOST_CHARACTERS = 300_000
MOST_BLOCKS = 5_000
BETWEEN = "\n\n"
# Of no meaning in a printed text: soft hyphens, byte order marks, zero-width spaces, word joiners.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, one item of a list, or a passage quoted as such. Its text has no line break."""

    text: str
    kind: Kind = "paragraph"


@dataclass(frozen=True, slots=True)
class Document:
    """A clipping as read.

    Attributes:
        blocks: in the order of the text, none empty.
        format: txt, html, docx or eml.
        title: what the file itself says it is called (the subject of a mail, the title of a page); may be empty.
        sent_on: the day of a mail, in ISO form; empty otherwise. It is seldom the day of the article.
    """

    blocks: tuple[Block, ...]
    format: str
    title: str = ""
    sent_on: str = ""

    @property
    def text(self) -> str:
        """All blocks, separated by `BETWEEN`. Offsets of figures count in it."""
        return BETWEEN.join(block.text for block in self.blocks)


class Unreadable(Exception):
    """A file or text that cannot be taken in. `code` names why, `about` fills the sentence that says so."""

    def __init__(self, code: str, **about: Any) -> None:
        super().__init__(code)
        self.code, self.about = code, about


@dataclass(slots=True)
class Collector:
    """Gathers blocks and keeps the limits, so that no reader has to."""

    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, kind: Kind = "paragraph") -> None:
        """One block more, if anything of it can be read.

        Raises:
            Unreadable: there are too many characters or blocks.
        """
        line = shown_line(text)
        if not any(unicodedata.category(letter)[0] in "LN" for letter in line):
            return
        self.length += len(line) + len(BETWEEN)
        if self.length > MOST_CHARACTERS:
            raise Unreadable("too-long", most=MOST_CHARACTERS)
        if len(self.blocks) >= MOST_BLOCKS:
            raise Unreadable("too-many-paragraphs", most=MOST_BLOCKS)
        self.blocks.append(Block(line, kind))


def collected(blocks: Iterable[tuple[str, Kind]]) -> tuple[Block, ...]:
    """The blocks that have something to read. Raises Unreadable where there is too much, or nothing."""
    collector = Collector()
    for text, kind in blocks:
        collector.add(text, kind)
    if not collector.blocks:
        raise Unreadable("empty")
    return tuple(collector.blocks)


def shown_line(text: str) -> str:
    """One line as people see it: no control characters, no invisible ones, single spaces."""
    return plain_line(INVISIBLE.sub("", text))
