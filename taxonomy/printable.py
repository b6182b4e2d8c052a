"""Text that somebody typed, made fit to be stored and shown. Pure, no Django.

Joiners and direction marks (ZWNJ, ZWJ, LRM, RLM, ALM) stay: Urdu is not written right without them. What opens a
direction and may leave it open (embeddings, overrides, isolates) goes: it would turn the words that follow, also
those of the page around it.
"""

import re
import unicodedata

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Without control characters, zero bytes and direction overrides."""
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())


def plain_text(text: str) -> str:
    """Several lines or markup: no control characters but tabs and line breaks, no direction overrides."""
    return DIRECTIONS.sub("", CONTROL.sub("", unicodedata.normalize("NFC", text)))


def plain_line(text: str) -> str:
    """A title or other single line: as `plain_text`, with single spaces."""
    return " ".join(plain_text(text).split())
