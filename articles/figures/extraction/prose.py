"""Prose as words with offsets, in sentences. Every offset is one of the text as given. Pure: no Django."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_ALIKE = {
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\u3000\t", " "),
    **dict.fromkeys("–‐‑‒−－", "-"),
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys("“”", '"'),
    **dict(zip("٫٬،٪％，．（）", ".,,%%,.()", strict=True)),
    **dict(zip("يىك", "ییک", strict=True)),
}
for _zero in "٠۰०０":
    _ALIKE.update({chr(ord(_zero) + digit): str(digit) for digit in range(10)})
_FOLD = str.maketrans(_ALIKE)
_WORDS = re.compile(
    r"(?P<number>\d{1,3}(?: \d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,']\d+)*(?: \.\d+)?|\.\d+)"
    r"|(?P<mask>\ue000+)|(?P<word>[^\W\d_\u2e80-\u9fff]+(?:'[^\W\d_]+)?)|\S"
)
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*[•*·])|[.!?。！？]+[\"')\]]*(?=\s)|\n|;")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|No|Nos|Mr|Mrs|Ms|Dr|Rs|St|vs|approx|est|sq|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$"
)
_SHORT_LINE = 60


@dataclass(slots=True)
class Word:
    """A number, a word or a sign of the text; `lower` is what tables are asked with."""

    start: int
    end: int
    text: str
    lower: str
    sort: str


@dataclass(slots=True)
class Sentence:
    """A sentence: its words are `words[first:last]` of the prose."""

    start: int
    end: int
    first: int
    last: int


class Prose:
    """A text, folded one character to one, with its words and sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text.translate(_FOLD)
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self._starts: list[int] = []

    def cut(self, masked: str) -> None:
        """Cut into words what masking left over. `masked` is as long as the text."""
        for match in _WORDS.finditer(masked):
            token = match.group()
            self.words.append(
                Word(match.start(), match.end(), token, token.lower(), match.lastgroup or "sign")
            )
        self._starts = [word.start for word in self.words]
        begin = 0
        for end in _ends(self.folded):
            first, last = self.at(begin), self.at(end)
            if last > first:
                self.sentences.append(Sentence(begin, end, first, last))
                begin = end

    def at(self, offset: int) -> int:
        """Index of the first word that starts at the offset or after it."""
        return bisect_right(self._starts, offset - 1)


def _ends(text: str) -> list[int]:
    ends: list[int] = []
    line = 0
    for match in _BREAK.finditer(text):
        found, end = match.group(), match.end()
        following = text[end : end + 8].lstrip(' "(\n')[:1]
        if found[0] == "\n":
            if found == "\n" and not _closes_line(text, line, match.start(), following):
                line = end
                continue
            line = end
        elif found[0] == "." and (
            following.islower() or _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()])
        ):
            continue
        ends.append(end)
    return [*ends, len(text)]


def _closes_line(text: str, line: int, at: int, following: str) -> bool:
    """A hard-wrapped line goes on; a short one before a capital, or one that ends a sentence, does not."""
    closed = text[max(0, at - 2) : at].strip()[-1:] in {".", ":", "!", "?", '"', ""}
    return closed or (at - line < _SHORT_LINE and not following.islower()) or following in {"•", "-", ""}


def hangs_on(before: Word, word: Word) -> bool:
    """Whether the digits are the tail of a name ("ISO-9001") or of a number that was put aside."""
    return before.end == word.start and (
        before.sort == "word" and len(before.text) > 4 and before.text.islower()
    )
