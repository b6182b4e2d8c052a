"""What a visitor typed, made harmless, and what in it deserves a closer look. Pure, no Django."""

import re
import unicodedata
from collections.abc import Iterable

# Embeddings, overrides and isolates: they can turn around the text that follows.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters that look like nothing, though they are letters: fillers of Korean, the empty cell of Braille.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Urdu and Hebrew stack three or four on one letter; hundreds would cover the lines around.
MOST_MARKS = 6
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


def cleaned(text: str) -> str:
    """NFC, with plain line breaks; no control or turning characters, at most one empty line in a row.

    Nothing at all where there is nothing to see.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in plain if each in "\n\t" or _is_harmless(each))
    readable = _with_few_marks(unicodedata.normalize("NFC", kept))
    if not any(_is_seen(each) for each in readable):
        return ""
    lines = [" ".join(line.split()) for line in readable.split("\n")]
    together = "\n".join(lines).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", together)


def cleaned_line(text: str) -> str:
    """The same in one line."""
    return " ".join(cleaned(text).split())


def reasons_to_look(text: str, words: Iterable[str]) -> list[str]:
    """Why a moderator should look closely: `links:2`, `word:casino`."""
    links = len(LINK.findall(text))
    folded = text.casefold()
    found = [f"word:{word}" for word in words if word.casefold() in folded]
    return [*([f"links:{links}"] if links else []), *found]


def _is_harmless(char: str) -> bool:
    return char not in TURNING and unicodedata.category(char) not in {"Cc", "Cs", "Cn", "Co"}


def _is_seen(char: str) -> bool:
    return char not in BLANK and unicodedata.category(char)[0] not in "CMZ"


def _with_few_marks(text: str) -> str:
    kept, stacked = [], 0
    for each in text:
        stacked = stacked + 1 if unicodedata.category(each) in {"Mn", "Me"} else 0
        if stacked <= MOST_MARKS:
            kept.append(each)
    return "".join(kept)
