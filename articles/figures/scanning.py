"""Cut a print into numbers and known words. Pure: no Django."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from articles.figures.folding import folded
from articles.figures.lexicon import LEXICON, UNKNOWN, Meaning

SPELLED = "spelled"
"""The text of a token that stands for several words."""
_NUMBER = re.compile(r"\d{1,3}(?: \d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,']\d+)*(?: \.\d+)?|\.\d+")
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]+|.", re.DOTALL)
_ENGLISH = re.compile(
    r"\d+(?:\.\d+)?|\.\d+|[1-9]\d{0,2}(?:[, ']\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d{2})*,\d{3}(?:\.\d+)?"
)
_CONTINENTAL = re.compile(
    r"\d+,\d{1,2}|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?: \d{3})+,\d+"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a known word or anything else; `glued` says that no space stands before it."""

    text: str
    glued: bool
    number: Decimal | None = None
    places: int = 0
    meaning: Meaning = UNKNOWN
    malformed: bool = False

    @property
    def is_word(self) -> bool:
        return self.number is None and self.text[0].isalpha()

    def has(self, role: str) -> bool:
        return role in self.meaning.roles


def tokenise(text: str) -> list[Token]:
    """Numbers and words in the order of the text. Linear in its length; never raises."""
    plain = folded(text)
    tokens: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        token = _token_at(plain, at)
        tokens.append(token)
        at += len(token.text)
    return tokens


def _token_at(text: str, at: int) -> Token:
    glued = at > 0 and text[at - 1] != " "
    if number := _NUMBER.match(text, at):
        return _number_token(number.group(), glued)
    if found := LEXICON.at(text, at):
        word, meaning = found
        return Token(word, glued, meaning=meaning)
    other = _WORD.match(text, at)
    return Token(other.group() if other else text[at], glued)


def _number_token(raw: str, glued: bool) -> Token:
    digits = digits_of(raw)
    if digits is None:
        return Token(raw, glued, malformed=True)
    return Token(raw, glued, number=Decimal(digits), places=len(digits.partition(".")[2]))


def digits_of(raw: str) -> str | None:
    """Printed digits as plain ones: groups of three, lakh groups, a decimal comma; None for anything else."""
    raw = raw.replace(" .", ".")
    if _ENGLISH.fullmatch(raw):
        return raw.translate({ord(","): None, ord(" "): None, ord("'"): None})
    if _CONTINENTAL.fullmatch(raw):
        return raw.translate({ord("."): None, ord(" "): None, ord(","): "."})
    return None


def spelled_out(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """The number spelled in words that starts there, as one token, and where it ends."""
    first = tokens[at]
    if first.has("glue.one") or first.has("glue.half"):
        return _article(tokens, at)
    if first.meaning.value is None:
        return None
    total, current, end = 0, first.meaning.value, at + 1
    while end < len(tokens):
        step = end + 1 if tokens[end].has("glue.and") or tokens[end].text == "-" else end
        if step == len(tokens):
            break
        meaning = tokens[step].meaning
        if meaning.value is not None and _fits(current, meaning.value):
            current, end = current + meaning.value, step + 1
        elif meaning.scale == 2 and step == end and 0 < current < 100:
            current, end = current * 100, step + 1
        elif meaning.scale is not None and step == end and _continues(tokens, end + 1):
            total, current, end = total + current * 10**meaning.scale, 0, step + 1
        else:
            break
    return _with_decimals(tokens, end, total + current, first.glued)


def _fits(current: int, value: int) -> bool:
    """Whether a spelled value may follow: five after twenty, twenty after a hundred."""
    if value < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Whether a spelled number goes on after a scale word ("three thousand two hundred")."""
    step = at + 1 if at < len(tokens) and tokens[at].has("glue.and") else at
    return step < len(tokens) and tokens[step].meaning.value is not None


def _with_decimals(tokens: Sequence[Token], end: int, whole: int, glued: bool) -> tuple[Token, int]:
    """Add spelled decimals ("point five") and a half ("and a half")."""
    words = tokens[end : end + 3]
    if (
        len(words) == 3
        and words[0].has("glue.and")
        and words[1].has("glue.one")
        and words[2].has("glue.half")
    ):
        return Token(SPELLED, glued, number=Decimal(f"{whole}.5"), places=1), end + 3
    decimals = ""
    if words and words[0].has("glue.point"):
        for word in tokens[end + 1 :]:
            if word.meaning.value is None or word.meaning.value > 9:
                break
            decimals += str(word.meaning.value)
    if not decimals:
        return Token(SPELLED, glued, number=Decimal(whole)), end
    number = Decimal(f"{whole}.{decimals}")
    return Token(SPELLED, glued, number=number, places=len(decimals)), end + 1 + len(decimals)


def _article(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """ "a million" and "half a million": a number only where a scale word follows."""
    half = tokens[at].has("glue.half")
    end = at + 1
    if half and end < len(tokens) and tokens[end].has("glue.one"):
        end += 1
    if end >= len(tokens) or tokens[end].meaning.scale is None:
        return None
    number, places = (Decimal("0.5"), 1) if half else (Decimal(1), 0)
    return Token(SPELLED, tokens[at].glued, number=number, places=places), end
