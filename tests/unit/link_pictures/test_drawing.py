"""The picture of a link: its size, its words in three scripts, and no boxes for letters that we lack."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from articles.editions.states import ORDER
from articles.link_pictures.drawing import STATES, drawn
from articles.link_pictures.faces import stretches
from articles.link_pictures.picture import KeyFigure, LinkPicture
from articles.link_pictures.shapes import shape
from articles.link_pictures.wrapping import shortened, wrapped

FIGURE = KeyFigure(
    "9.443 million units", "Vehicle production, China, 2023", "Office of Statistics: holds", "holds"
)
ENGLISH = LinkPicture("New forces drive development", "ltr", ("The Library", "Daily Post, 2024"), FIGURE)
TITLES = {
    "ur": "نئی معیاری پیداواری قوتیں GDP 2023 کو آگے بڑھاتی ہیں",
    "zh": "新质生产力推动中国高质量发展：R&D投入",
    "long": "A title of a good many words " * 20,
    "one word": "W" * 200,
    "empty": "",
}


def opened(picture: LinkPicture) -> Image.Image:
    return Image.open(BytesIO(drawn(picture))).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of a part are not paper."""
    return sum(n for n, colour in image.crop(box).getcolors(1_000_000) or [] if colour != (255, 255, 255))


TITLE, TOP_LEFT, TOP_RIGHT = (72, 120, 1128, 380), (60, 130, 600, 300), (600, 130, 1140, 300)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_any_title_fits(title: str, direction: str) -> None:
    image = opened(replace(ENGLISH, title=title, direction=direction))
    assert image.size == (1200, 630)
    assert (ink(image, TITLE) > 0) is bool(title)
    assert ink(image, (0, 20, 66, 630)) == ink(image, (1134, 20, 1200, 630)) == 0, (
        "nothing leaves its margins"
    )


def test_a_short_title_begins_at_the_side_of_its_script() -> None:
    assert ink(opened(replace(ENGLISH, title="Port")), TOP_RIGHT) == 0
    assert ink(opened(replace(ENGLISH, title="بندر", direction="rtl")), TOP_LEFT) == 0


def test_letters_without_a_face_are_left_out_and_the_figure_stays() -> None:
    assert stretches("ไทย", bold=True) is None
    image = opened(replace(ENGLISH, title="ไทย"))
    assert ink(image, (72, 120, 1128, 300)) == 0
    assert ink(image, (72, 380, 1128, 580)) > 1000


def test_a_line_is_cut_where_the_face_changes() -> None:
    parts = stretches("کو GDP 2023 آگے", bold=True) or ()
    assert [part.text for part in parts] == ["کو", " ", "GDP 2023", " ", "آگے"]
    (whole,) = stretches("up to 2023, 5%", bold=False) or ()
    assert whole.text == "up to 2023, 5%"


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_colour(state: str) -> None:
    image = opened(replace(ENGLISH, figure=replace(FIGURE, state=state)))
    wanted = tuple(int(STATES[state][n : n + 2], 16) for n in (1, 3, 5))
    near = [
        colour
        for _n, colour in image.crop((70, 480, 80, 570)).getcolors(100_000) or []
        if isinstance(colour, tuple) and all(abs(a - b) < 12 for a, b in zip(colour, wanted, strict=True))
    ]
    assert near


def test_other_words_are_another_picture() -> None:
    assert ENGLISH.digest == replace(ENGLISH).digest
    assert (
        len({ENGLISH.digest, replace(ENGLISH, title="Else").digest, replace(ENGLISH, figure=None).digest})
        == 3
    )


def test_lines_break_at_spaces_and_between_chinese_characters() -> None:
    assert wrapped("one two three", 7, len, 3) == ["one two", "three"]
    assert wrapped("one two three", 7, len, 1) is None
    assert wrapped("发展，变化", 3, len, 3) == ["发展，", "变化"], "a comma begins no line"
    assert wrapped("", 7, len, 1) == []
    assert shortened("abcdef", lambda part: len(part) <= 4) == "abc…"
    assert shortened("abcdef", lambda part: not part) == ""


def test_what_is_isolated_is_set_by_itself() -> None:
    """In an Urdu line a Latin name would take the number after it along: “Association: 11” for the 11th of January."""
    told = "\u2068Association\u2069: \u206811 جنوری 2024\u2069"
    parts = stretches(told, bold=False)
    assert parts is not None
    assert [part.text for part in parts] == ["Association", ":", " ", "11", " ", "جنوری 2024"]


def test_a_space_beside_chinese_is_as_wide_as_any_other() -> None:
    parts = stretches("3,335.71 十亿 RMB", bold=True)
    assert parts is not None
    spaces = {part.face for part in parts if not part.text.strip()}
    assert spaces == {part.face for part in parts if part.text == "RMB"}


def test_the_day_of_the_first_print_stands_whole() -> None:
    whole = replace(ENGLISH, above=("The Library", "Business Recorder、2024年3月31日"))
    cut = replace(ENGLISH, above=("The Library", "Business Recorder、2024年3月3…"))
    assert drawn(whole) != drawn(cut)


@pytest.mark.parametrize("state", ORDER)
def test_a_figure_in_any_state_has_its_colour_and_a_shape_of_its_own(state: str) -> None:
    image = opened(replace(ENGLISH, figure=replace(FIGURE, state=state)))
    assert image.size == (1200, 630)
    assert [shape(state, 26).tobytes() == shape(each, 26).tobytes() for each in ORDER].count(True) == 1
