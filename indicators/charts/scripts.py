"""Which of our fonts a letter of a picture stands in. Pure.

What draws the pixels looks for another font only while both make as many glyphs of the whole text. They do not where
one joins letters ("Office", and nearly every Arabic word): letters would be left out then, even the minus of a number.
So each stretch of a text names its font, and a letter that none of them has is drawn as a box.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from indicators.charts.frame import is_arabic

LATIN, ARABIC, CHINESE, SIGNS = "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC", "Noto Sans Math"
MATHEMATICAL = frozenset("←↑→↓−≈≠≤≥")
BOX = "□"
# What the Latin and the Arabic font have; the Chinese one has the signs and all characters of GB 2312.
HELD = {
    LATIN: (
        (0x20, 0x24F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x2000, 0x20BF), (0x2100, 0x214F)
    ),
    ARABIC: ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
}  # fmt: skip
SIGNS_OF_GB, CHARACTERS_OF_GB = range(0xA1, 0xA4), range(0xB0, 0xF8)
TEXT = re.compile(r"(<text\b[^>]*>)([^<]+)(</text>)")


def with_fonts(drawing: str) -> str:
    """The drawing with every text in stretches, each in the font that has its letters."""
    return TEXT.sub(lambda found: f"{found[1]}{_spans(unescape(found[2]))}{found[3]}", drawing)


def font_of(letter: str) -> str:
    code = ord(letter)
    if is_arabic(code):
        return ARABIC
    if letter in MATHEMATICAL:
        return SIGNS
    if 0x2E7F < code < 0xFB50 or code > 0xFEFF:
        return CHINESE
    return CHINESE if not has(LATIN, letter) and has(CHINESE, letter) else LATIN


def has(font: str, letter: str) -> bool:
    """Whether the font has the letter."""
    if font == CHINESE:
        try:
            first = letter.encode("gb2312")[0]
        except UnicodeEncodeError:
            return False
        return first in SIGNS_OF_GB or first in CHARACTERS_OF_GB
    code = ord(letter)
    return font == SIGNS or any(start <= code <= end for start, end in HELD[font])


def drawable(text: str) -> str:
    """The text with a box for every letter that none of our fonts has; signs that are not seen stay."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        each if has(font_of(each), each) or unicodedata.category(each) == "Cf" else _in_chinese(each)
        for each in composed
    )


def _in_chinese(letter: str) -> str:
    """Some signs stand in the Chinese font alone."""
    return letter if has(CHINESE, letter) else BOX


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """(font, letters) in the order of the text. Spaces stay with what stands before them."""
    fonts: list[str] = []
    for letter in text:
        fonts.append(fonts[-1] if letter == " " and fonts else font_of(letter))
    for font, letters in groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0]):
        yield font, "".join(letter for _font, letter in letters)


def _spans(text: str) -> str:
    found = list(stretches(drawable(text)))
    if [font for font, _letters in found] == [LATIN]:
        return escape(found[0][1])
    return "".join(f'<tspan font-family="{font}">{escape(letters)}</tspan>' for font, letters in found)
