"""One reader for each format, and which one reads what. Pure: no Django."""

from collections.abc import Callable
from pathlib import PurePath

from articles.intake.formats.document import MOST_BYTES, Block, Document, Unreadable
from articles.intake.formats.mail import read_mail
from articles.intake.formats.markup import looks_like_markup, read_html, read_markup
from articles.intake.formats.plain import read_pasted, read_text
from articles.intake.formats.word import MAGIC, read_docx

__all__ = ["ENDINGS", "MOST_BYTES", "Block", "Document", "Unreadable", "read_file", "read_words"]

READERS: dict[str, Callable[[bytes], Document]] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".eml": read_mail,
}
ENDINGS = tuple(READERS)
# What begins like this is something else, whatever it is called.
FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"{\\rtf",
)


def read_file(name: str, data: bytes) -> Document:
    """A file as blocks of text, read by what its name ends in, if that is what it holds.

    Raises:
        Unreadable: no reader, a wrong name, too large, damaged or empty.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise Unreadable("no-reader", ending=ending[:20], known=", ".join(ENDINGS))
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", most=MOST_BYTES // (1024 * 1024))
    if not data.strip():
        raise Unreadable("empty")
    if data.startswith(FOREIGN) or data.startswith(MAGIC) != (ending == ".docx"):
        raise Unreadable("other-format", ending=ending)
    return READERS[ending](data)


def read_words(text: str) -> Document:
    """What somebody pasted: words, or the source of a page.

    Raises:
        Unreadable: it is empty or too long.
    """
    return read_markup(text) if looks_like_markup(text) else read_pasted(text)
