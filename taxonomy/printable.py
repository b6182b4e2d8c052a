"""Text that somebody typed, made fit to be stored and shown on one line. Pure, no Django."""

import unicodedata


def printable(text: str) -> str:
    """Without control characters, zero bytes and direction overrides."""
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())
