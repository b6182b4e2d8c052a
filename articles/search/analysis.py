"""The one text analysis of the site: both databases index and match these tokens, so their results agree.

Pure, no Django. Words are folded (`taxonomy.folding`) and stemmed as English where they are Latin; numbers
keep their decimal point and lose their thousands separators ("3,327.8" is the token 3327.8); runs of Chinese
characters become overlapping pairs, and single characters after them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

from taxonomy.folding import fold

LONGEST_TOKEN = 60
MOST_CHARACTERS = (
    300_000  # of analysed text in one column; PostgreSQL refuses vectors of more than a megabyte
)

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad"
LETTER = rf"(?:(?![{CJK}_])[\w{MARKS}])"
PIECES = re.compile(
    rf"(?P<cjk>[{CJK}]+)"
    r"|(?P<number>(?<!\d[.٫．,٬，])(?:\d+(?:[,٬，]\d{3})+(?:[.٫．]\d+)?(?![,٬，.٫．]?\d)|\d+[.٫．]\d+(?![.٫．]?\d)))"
    r"|(?P<initials>(?<!\w)(?:[^\W\d_]\.){2,}(?!\w)|(?<!\w)[^\W\d_]{1,3}&[^\W\d_]{1,3}(?!\w))"
    rf"|(?P<word>{LETTER}+(?:['’]{LETTER}+)*)"
)
STEMMER = snowballstemmer.stemmer("english")
STEMMING = Lock()  # a stemmer keeps its word in itself


@dataclass(frozen=True, slots=True)
class Token:
    """A token, the folded word that it was made from, and where in the text that word stands."""

    term: str
    raw: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A word folded, with nothing but letters and digits left; empty if nothing is left."""
    return "".join(_digit(c) for c in fold(word) if c.isalnum())[:LONGEST_TOKEN]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The token of a word as it stands in a text: stem("Tariffs") == "tariff"."""
    folded = bare(word.rstrip("'’").removesuffix("'s").removesuffix("’s"))
    if not folded.isascii() or not folded.isalpha():
        return folded
    with STEMMING:
        return str(STEMMER.stemWord(folded)) or folded


@lru_cache(maxsize=2_000)
def canonical(number: str) -> str:
    """The token of a number: canonical("3,327.8") == "3327.8"."""
    return "".join(_digit(c) if c.isdecimal() else "." * (c in ".٫．") for c in number)[:LONGEST_TOKEN]


def _digit(character: str) -> str:
    """A digit of any script as the ASCII one; anything else as it is."""
    return str(unicodedata.digit(character)) if character.isdecimal() else character


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in its order. Any text at all is fine."""
    for piece in PIECES.finditer(text):
        yield from _tokens_of(piece)


def _tokens_of(piece: re.Match[str]) -> Iterator[Token]:
    start, end, kind, word = piece.start(), piece.end(), piece.lastgroup, piece.group()
    if kind == "cjk":
        yield from _pairs(word, start)
        return
    if kind == "number":
        term = raw = canonical(word)
    elif kind == "initials":
        term = raw = bare(word)
    else:
        term, raw = stem(word), bare(word)
    if term:
        yield Token(term, raw, start, end)


def _pairs(run: str, start: int) -> Iterator[Token]:
    """Overlapping pairs next to one another, so that their phrase is a phrase; then the single characters."""
    for size in (2, 1):
        for i in range(len(run) - size + 1):
            term = bare(run[i : i + size])
            if term:
                yield Token(term, term, start + i, start + i + size)


def is_cjk(term: str) -> bool:
    """Whether a token came from a run of Chinese characters."""
    return bool(re.match(f"[{CJK}]", term))


def analysed(text: str) -> str:
    """The tokens of a text as the index keeps them, separated by spaces."""
    return _bounded([term for piece in PIECES.finditer(text) for term in _terms(piece)])


def _terms(piece: re.Match[str]) -> Iterable[str]:
    """As `tokens` finds them, for whom nothing else matters: nearly every piece is a word."""
    if piece.lastgroup == "word":
        return (term,) if (term := stem(piece.group())) else ()
    return (token.term for token in _tokens_of(piece))


def analysed_with_words(texts: Iterable[str]) -> str:
    """As `analysed`, then the unstemmed words: the beginning of a word finds it while it is typed."""
    found = [token for text in texts for token in tokens(text)]
    stems = [token.term for token in found]
    words = dict.fromkeys(token.raw for token in found if token.raw != token.term)
    return _bounded([*stems, *words])


def _bounded(terms: Sequence[str]) -> str:
    whole = " ".join(terms)
    if len(whole) * 4 <= MOST_CHARACTERS:  # no character takes more than four bytes
        return whole
    kept: list[str] = []
    room = MOST_CHARACTERS
    for term in terms:
        room -= len(term.encode()) + 1
        if room < 0:
            break
        kept.append(term)
    return " ".join(kept)
