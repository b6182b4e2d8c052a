"""Which of our fonts a letter of a picture stands in. Pure.

What draws the pixels looks for another font only while both make as many glyphs of the whole text. They do not where
one joins letters ("Office", and nearly every Arabic word): letters would be left out then, even the minus of a number.
So each stretch of a text names its font.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from indicators.charts.frame import is_arabic

LATIN, ARABIC, CHINESE, SIGNS = "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC", "Noto Sans Math"
MATHEMATICAL = frozenset("←↑→↓−≈≠≤≥")
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
    return CHINESE if 0x2E7F < code < 0xFB50 or code > 0xFEFF else LATIN


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """(font, letters) in the order of the text. Spaces stay with what stands before them."""
    fonts: list[str] = []
    for letter in text:
        fonts.append(fonts[-1] if letter == " " and fonts else font_of(letter))
    for font, letters in groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0]):
        yield font, "".join(letter for _font, letter in letters)


def _spans(text: str) -> str:
    found = list(stretches(text))
    if [font for font, _letters in found] == [LATIN]:
        return escape(text)
    return "".join(f'<tspan font-family="{font}">{escape(letters)}</tspan>' for font, letters in found)
