"""Pictures of charts lose no letter: every stretch of a text stands in a font that has its letters."""

import re

import pytest

from articles.link_pictures.faces import FOLDER
from articles.link_pictures.faces import has as in_face
from indicators.charts.raster import png_of
from indicators.charts.scripts import ARABIC, CHINESE, LATIN, SIGNS, drawable, has, stretches, with_fonts

SHEET = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40" width="400" height="40">{}</svg>'


def drawn(words: str) -> bytes:
    return png_of(SHEET.format(f'<text x="10" y="30" font-size="20">{words}</text>'))


def test_each_script_has_its_font_and_the_text_stays_as_it_is() -> None:
    words = "ماخذ: Office −5 来源："
    assert list(stretches(words)) == [
        (ARABIC, "ماخذ"),
        (LATIN, ": Office "),
        (SIGNS, "−"),
        (LATIN, "5 "),
        (CHINESE, "来源："),
    ]
    assert re.sub("<[^>]+>", "", with_fonts(f"<text>{words}</text>")) == words


def test_latin_words_and_marks_of_html_are_left_alone() -> None:
    for text in ('<text x="1">R&amp;D &lt;b&gt; 2023</text>', "<title>来源</title>"):
        assert with_fonts(text) == text
    assert with_fonts("<text>来&amp;&lt;</text>").endswith(">&amp;&lt;</tspan></text>")


@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("来源：Office", "Office"),
        ("ماخذ: Office", ": Office"),
        ("میں −19.9 ارب", "میں 19.9 ارب"),
        ("−5", "5"),
    ],
)
def test_no_letter_is_lost_beside_letters_that_are_joined(words: str, without: str) -> None:
    assert drawn(words) != drawn(without)
    for letter in words.replace(" ", ""):
        assert drawn(letter) != drawn(" ")


@pytest.mark.parametrize("words", ["龘", "臺灣", "Москва", "हिन्दी", "ひらがな", "😀"])
def test_a_letter_that_no_font_of_ours_has_is_a_box_and_not_nothing(words: str) -> None:
    assert "□" in drawable(words)
    assert drawn(words) != drawn(" " * len(words))


@pytest.mark.parametrize(
    "words",
    ["中国经济", "深圳鄱阳瞿", "Zażółć Ελλάδα ½ × ₨ …", "ٹیکسٹائل ڈالر ﷺ", "−≥≤≈", "①，。", "e\u0301"],
)
def test_what_the_fonts_have_is_left_as_it_is(words: str) -> None:
    assert "□" not in drawable(words)
    for letter in drawable(words).replace(" ", ""):
        assert drawn(letter) != drawn(" ")


def test_the_chinese_font_has_every_character_of_gb_2312() -> None:
    """The 3,755 of the first level, and the 3,008 of the second: names of places and people are among them."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    letters = [letter for letter in (pair.decode("gb2312", "ignore") for pair in rows) if letter]
    assert len(letters) == 6763
    assert [letter for letter in letters if not has(CHINESE, letter)] == []
    face = str(FOLDER / "NotoSansSC-Regular.otf")
    assert [letter for letter in letters if not in_face(face, letter)] == []
