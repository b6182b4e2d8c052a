"""A chart as a file: the colours of the page without its style sheet, words that fit, letters of every language."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from indicators.charts import paint
from indicators.charts.frame import WIDTH
from indicators.charts.raster import FONTS, PNG_WIDTH, png_of
from indicators.charts.sheet import TITLE, Sheet, sheet_svg, wrapped
from indicators.charts.spec import Chart, Line, Point

SITE_CSS = Path("articles/static/articles/site.css")
CHART = Chart(
    "c1",
    "CAAM states more than NBS",
    "Values.",
    ["2022", "2023"],
    [
        Line("NBS", {"2023": Point(Decimal("9.4"), "9.4", earlier=(Decimal(9),))}),
        Line("CAAM", {"2022": Point(Decimal(7), "7", low=Decimal(6), high=Decimal(8))}),
    ],
)


def drawn(**changes: object) -> str:
    return sheet_svg(Sheet(**{"chart": CHART, "subtitle": "China", "foot": ["Source: NBS."], **changes}))  # type: ignore[arg-type]


def test_a_file_needs_no_style_sheet_no_script_and_nothing_from_elsewhere() -> None:
    text = drawn()
    ElementTree.fromstring(text)  # noqa: S314 - our own text
    assert not re.search(r"class=|style=|<style|<script|href=|tabindex|url\((?!#)", text)
    assert "CAAM states more than NBS" in text
    assert "Source: NBS." in text


def test_every_class_of_a_drawing_has_its_colours_and_they_are_those_of_the_page() -> None:
    css = SITE_CSS.read_text()
    light = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", css))
    tokens = {"paper": paint.PAPER, "ink": paint.INK, "ink-2": paint.INK_2, "grid": paint.GRID}
    tokens |= {"rule-strong": paint.RULE, "series-1": paint.SERIES["1"], "series-2": paint.SERIES["2"]}
    assert {name: light[name] for name in tokens} == tokens
    for name in paint.PAINT:
        assert f".{name}" in css


def test_long_words_are_broken_into_lines_and_too_many_lines_end_in_an_ellipsis() -> None:
    lines = wrapped("Production of new energy vehicles rose " * 9, TITLE, 3, WIDTH)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert len(wrapped("新能源汽车产量" * 8, TITLE, 9, WIDTH)) > 1
    address = wrapped(
        "https://library.example.org/indicators/NEV_PROD/?as_of=2026-11-28&scale=log" * 2, TITLE, 9, WIDTH
    )
    assert "".join(address).startswith("https://library.example.org/indicators/")


def test_a_text_that_looks_like_markup_stays_text() -> None:
    assert "<script" not in drawn(subtitle="<script>alert(1)</script>", foot=["</text><image href='x'/>"])


def test_the_picture_has_its_width_and_is_drawn_once() -> None:
    png = png_of(drawn())
    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.width) == ("PNG", PNG_WIDTH)
    assert picture.height < 2 * PNG_WIDTH
    assert png_of(drawn()) is png


def test_latin_urdu_and_chinese_letters_and_the_minus_sign_are_drawn() -> None:
    assert (FONTS / "OFL.txt").exists()
    assert len({ink(sign) for sign in ("A", "B", "گ", "ے", "新", "能", "−")} | {ink(" ")}) == 8


def ink(sign: str) -> bytes:
    """The pixels of one letter."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" font-family="{paint.FONTS}">'
    return png_of(f'{svg}<text x="5" y="30" font-size="24">{sign}</text></svg>', 40)


def test_words_run_from_the_right_in_urdu() -> None:
    text = drawn(right_to_left=True, language="ur", subtitle="چین")
    assert f'x="{WIDTH + 16}"' in text
    assert "\u2067چین\u2069" in text
