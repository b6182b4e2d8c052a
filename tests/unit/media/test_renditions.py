"""Which files are drawn, and the cut around the focal point."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from articles.media.drawing import drawn
from articles.media.receiving import received
from articles.media.renditions import card_box, cards, whole, widths_for
from tests.pictures import a_picture


@pytest.mark.parametrize(
    ("width", "drawn_widths"),
    [(200, (200,)), (480, (480,)), (700, (480, 700)), (1600, (480, 960, 1600)), (4000, (480, 960, 1600))],
)
def test_no_picture_is_blown_up(width: int, drawn_widths: tuple[int, ...]) -> None:
    assert widths_for(width) == drawn_widths


def test_every_file_can_be_opened_and_has_its_size() -> None:
    master = received(a_picture(size=(1000, 500)))
    size = (master.width, master.height, master.extension)
    wanted = {each.name: each for each in [*whole(*size), *cards(*size, 20, 50)]}
    for name, data in drawn(master.data, list(wanted.values())):
        with Image.open(BytesIO(data)) as picture:
            assert picture.size == (wanted[name].width, wanted[name].height), name
            assert picture.format == {"jpg": "JPEG"}.get(
                wanted[name].extension, wanted[name].extension.upper()
            )


def test_the_focal_point_decides_what_the_card_shows() -> None:
    master = received(a_picture(size=(1600, 400)))
    left, right = (cards(1600, 400, "jpg", x, 50)[-1] for x in (0, 100))
    pixels = []
    for _name, data in drawn(master.data, [left, right]):
        with Image.open(BytesIO(data)) as picture:
            pixels.append(picture.convert("RGB").getpixel((10, 10)))
    assert pixels[0] != pixels[1]
    assert left.name != right.name


@given(st.integers(16, 9000), st.integers(16, 9000), st.integers(0, 100), st.integers(0, 100))
def test_the_cut_lies_inside_the_picture(width: int, height: int, x: int, y: int) -> None:
    left, top, right, bottom = card_box(width, height, x, y)
    assert 0 <= left < right <= width + 1e-6
    assert 0 <= top < bottom <= height + 1e-6
    assert (right - left) / (bottom - top) == pytest.approx(16 / 9)
