"""A chart as a file of its own: the drawing with its title, what is shown, its sources and where it is from. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from indicators.charts.frame import HEIGHT, is_arabic, px
from indicators.charts.paint import FONTS, INK, INK_2, PAPER, painted
from indicators.charts.spec import Chart
from indicators.charts.svg import pieces

MARGIN = 16
TITLE, SUBTITLE, FOOT = Decimal(16), Decimal(12), Decimal(10)
# How wide a letter is for its size, on the generous side.
LETTER, SPACE, ARABIC, WIDE = Decimal("0.6"), Decimal("0.28"), Decimal("0.46"), Decimal("1.02")
LINES_OF_TITLE, LINES_OF_FOOT = 3, 6
RTL, END = "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a drawing.

    Attributes:
        chart: the drawing; its title stands above it.
        subtitle: what is shown, where, in which unit.
        foot: sources, day and address, one paragraph each.
        right_to_left: whether the words run so.
    """

    chart: Chart
    subtitle: str
    foot: Sequence[str]
    language: str = "en"
    right_to_left: bool = False


def sheet_svg(sheet: Sheet) -> str:
    """An SVG file without style or script that looks the same wherever it is opened."""
    wide = sheet.chart.width
    title = wrapped(sheet.chart.title, TITLE, LINES_OF_TITLE, wide)
    subtitle = wrapped(sheet.subtitle, SUBTITLE, 2, wide)
    foot = [line for paragraph in sheet.foot for line in wrapped(paragraph, FOOT, LINES_OF_FOOT, wide)]
    y = Decimal(MARGIN) + TITLE
    above = [*_texts(sheet, title, y, TITLE, INK, bold=True)]
    y += len(title) * TITLE * Decimal("1.3")
    above += _texts(sheet, subtitle, y, SUBTITLE, INK)
    y += len(subtitle) * SUBTITLE * Decimal("1.35")
    y -= 12
    below = y + HEIGHT + 16
    high = below + len(foot) * FOOT * Decimal("1.4") + MARGIN - 6
    drawn, _stops = pieces(sheet.chart)
    size = f"{wide + 2 * MARGIN} {px(high)}"
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{wide + 2 * MARGIN}" '
            f'height="{px(high)}" role="img" xml:lang="{sheet.language}" font-family="{FONTS}">',
            f"<title>{escape(sheet.chart.title)}</title><desc>{escape(sheet.chart.description)}</desc>",
            f'<rect width="100%" height="100%" fill="{PAPER}"/>',
            *above,
            f'<g transform="translate({MARGIN} {px(y)})">{painted("".join(drawn))}</g>',
            *_texts(sheet, foot, below, FOOT, INK_2),
            "</svg>",
        ]
    )


def wrapped(text: str, size: Decimal, most: int, width: int) -> list[str]:
    """The text in lines that fit; what does not fit into `most` lines is cut, with an ellipsis."""
    lines = [""]
    for word in _words(text):
        if _width(lines[-1] + word, size) > width and lines[-1]:
            lines.append("")
        lines[-1] += word
    kept = [line.strip() for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = f"{kept[-1].rstrip('.,;')}…"
    return [line for line in kept if line]


def _words(text: str) -> Iterator[str]:
    """Pieces between which a line may end: words, Chinese characters, and stretches of a long address."""
    for word in text.split():
        piece = ""
        for sign in word:
            piece += sign
            if 0x2E7F < ord(sign) < 0xFB50 or (len(piece) >= 24 and sign in "/?&"):
                yield piece
                piece = ""
        yield f"{piece} "


def _width(text: str, size: Decimal) -> Decimal:
    return sum((_letter(ord(sign)) for sign in text.strip()), Decimal(0)) * size


def _letter(code: int) -> Decimal:
    if is_arabic(code):
        return ARABIC
    if code == ord(" "):
        return SPACE
    return WIDE if code > 0x2E7F else LETTER


def _texts(
    sheet: Sheet, lines: Sequence[str], y: Decimal, size: Decimal, colour: str, *, bold: bool = False
) -> Iterator[str]:
    x, anchor = (sheet.chart.width + MARGIN, "end") if sheet.right_to_left else (MARGIN, "start")
    # The Chinese letters come in one weight: bold digits among them would shout.
    weight = ' font-weight="700"' if bold and not sheet.language.startswith("zh") else ""
    for n, line in enumerate(lines):
        turned = sheet.right_to_left and "://" not in line
        said = f"{RTL}{line}{END}" if turned else line
        at = y + n * size * Decimal("1.3")
        yield (
            f'<text x="{x}" y="{px(at)}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{escape(said)}</text>"
        )
