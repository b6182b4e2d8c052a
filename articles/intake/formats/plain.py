"""Plain text, from a file or a text field. Pure."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

from articles.intake.formats.document import MOST_CHARACTERS, Document, Unreadable, collected

BLANK = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"})
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Between these a text is taken to be broken at a width.
NARROWEST, WIDEST = 30, 100


def read_text(data: bytes) -> Document:
    """A text file: UTF-8, UTF-16 or UTF-32 with its mark, else the western code page of Windows.

    Raises:
        Unreadable: it is no text, or too long.
    """
    return read_pasted(decoded(data))


def decoded(data: bytes) -> str:
    """The characters of a text file. Raises Unreadable if it is none."""
    marked = next((name for mark, name in MARKS if data.startswith(mark)), "")
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable("no-text")


def read_pasted(text: str) -> Document:
    """Text as it stands in a field: paragraphs between blank lines, or one a line where there are none.

    Raises:
        Unreadable: it is empty or too long.
    """
    if len(text) > MOST_CHARACTERS * 2:
        raise Unreadable("too-long", most=MOST_CHARACTERS)
    lines = text.replace("\r\n", "\n").translate(BREAKS)
    return Document(collected((line, "paragraph") for line in _paragraphs(lines)), "txt")


def _paragraphs(text: str) -> Iterator[str]:
    width = max((len(line.strip()) for line in text.split("\n")), default=0)
    for chunk in BLANK.split(text):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        yield from [" ".join(lines)] if _is_wrapped(lines, width) else lines


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether these are lines of one paragraph: each would have overflowed with the next one's first word."""
    if len(lines) < 2 or not NARROWEST <= width <= WIDEST:
        return False
    return all(len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines))
