"""What is sent becomes a picture of our own, or is refused with a reason. Nothing of what was sent is kept."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from articles.media.masters import MOST_BYTES, Unusable
from articles.media.receiving import LONGEST_KEPT, received
from tests.pictures import a_picture, a_png_that_claims

MARK = b"<script>alert(1)</script>"


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def refusal(data: bytes) -> Unusable:
    with pytest.raises(Unusable) as caught:
        received(data)
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_the_five_kinds_are_received(kind: str) -> None:
    master = received(a_picture(kind, (300, 200)))
    assert (master.width, master.height, master.extension) == (300, 200, "jpg")
    assert opened(master.data).format == "JPEG"


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM", "TGA", "PDF"])
def test_other_kinds_are_refused(kind: str) -> None:
    assert refusal(a_picture(kind, (64, 64))).code == "not-a-picture"


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<html>" + MARK + b"</html>",
        b"%PDF-1.7",
        b"GIF89a/*" + MARK + b"*/=1;",
        b"\x00" * 500,
        b"\xff\xd8\xff",
    ],
    ids=["svg", "html", "pdf", "gif that is a script", "zeros", "three bytes of a jpeg"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refusal(data).code in {"not-a-picture", "damaged", "too-large", "too-small"}


def test_nothing_and_too_much_are_refused_before_they_are_opened() -> None:
    assert refusal(b"").code == "empty"
    assert refusal(b"x" * (MOST_BYTES + 1)).code == "too-heavy"


@pytest.mark.parametrize("size", [(30_000, 30_000), (7_000, 6_000), (21_000, 16), (16, 21_000)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(size: tuple[int, int]) -> None:
    assert refusal(a_png_that_claims(*size)).code == "too-large"


def test_a_bomb_of_few_bytes_is_not_unpacked() -> None:
    bomb = a_png_that_claims(20_000, 2_001, b"\x00" * (60_003 * 600))
    assert len(bomb) < 60_000
    assert refusal(bomb).code == "too-large"


def test_a_picture_that_unpacks_to_more_than_it_claims_is_cut_to_its_claim() -> None:
    greedy = a_png_that_claims(32, 32, b"\x00" * 50_000_000)
    assert len(received(greedy).data) < 5_000


def test_a_cut_off_file_is_refused() -> None:
    whole = a_picture("JPEG", (600, 400), quality=95)
    assert refusal(whole[: len(whole) // 2]).code == "damaged"
    png = a_picture("PNG", (600, 400))
    assert refusal(png[: len(png) - 30]).code in {"damaged", "not-a-picture"}


def test_a_wrong_checksum_is_refused() -> None:
    png = bytearray(a_picture("PNG", (64, 64)))
    png[40] ^= 0xFF
    assert refusal(bytes(png)).code in {"damaged", "not-a-picture"}


def test_too_small_to_be_seen() -> None:
    assert refusal(a_picture("PNG", (1, 1))).code == "too-small"


@pytest.mark.parametrize("kind", ["JPEG", "GIF", "PNG"])
def test_what_hangs_on_to_a_picture_is_not_kept(kind: str) -> None:
    assert MARK not in received(a_picture(kind, (64, 64)) + MARK).data


def test_metadata_is_not_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "a note about the photographer"
    data = a_picture("JPEG", (80, 60), exif=exif, comment=b"a hidden comment")
    kept = received(data).data
    assert b"photographer" not in kept
    assert b"hidden comment" not in kept
    assert not opened(kept).getexif()
    assert "icc_profile" not in opened(kept).info


def test_the_right_side_is_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    master = received(a_picture("JPEG", (80, 60), exif=exif))
    assert (master.width, master.height) == (60, 80)


def test_a_colour_profile_is_applied_and_a_broken_one_ignored() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert "icc_profile" not in opened(received(a_picture("PNG", (40, 40), icc_profile=profile)).data).info
    assert received(a_picture("PNG", (40, 40), icc_profile=b"not a profile")).width == 40


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "I;16"])
def test_other_colour_modes_are_received(mode: str) -> None:
    picture = Image.new(mode, (40, 40), 1)
    out = BytesIO()
    picture.save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(received(out.getvalue()).data).mode == "RGB"


def test_transparency_is_kept_only_where_there_is_some() -> None:
    clear = a_picture("PNG", (40, 40), mode="RGBA", colour=(9, 9, 9, 255))
    assert received(clear).extension == "png"
    full: Any = Image.new("RGBA", (40, 40), (1, 2, 3, 255))
    out = BytesIO()
    full.save(out, "PNG")
    assert received(out.getvalue()).extension == "jpg"


def test_the_first_frame_of_a_moving_picture() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    red, _green, blue = opened(received(out.getvalue()).data).convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert red > 200 > 50 > blue


def test_what_is_larger_than_readers_need_is_drawn_smaller() -> None:
    master = received(a_picture("JPEG", (6_000, 3_000)))
    assert (master.width, master.height) == (LONGEST_KEPT, LONGEST_KEPT // 2)


def test_the_same_picture_has_the_same_name() -> None:
    data = a_picture()
    assert received(data) == received(data)
