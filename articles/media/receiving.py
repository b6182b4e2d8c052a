"""Make a picture of our own from bytes that somebody sent. Nothing of what was sent is kept: it is drawn anew. Pure.

Content decides what a file is, never its name. Limits are checked on the header, before anything is decoded.
"""

import hashlib
import struct
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from articles.media.masters import MOST_BYTES, Master, Unusable

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
# No reader needs more; what is larger is drawn smaller.
LONGEST_KEPT = 4096
SMALLEST_SIDE = 16

# For whatever else in this process opens a picture.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error)
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def received(data: bytes) -> Master:
    """The picture drawn anew; of a moving one the first frame.

    Raises:
        Unusable: `empty`, `too-heavy`, `not-a-picture`, `too-large`, `too-small` or `damaged`.
    """
    if not data:
        raise Unusable("empty")
    if len(data) > MOST_BYTES:
        raise Unusable("too-heavy", megabytes=len(data) / 1024 / 1024, most=MOST_BYTES // 1024 // 1024)
    _check(data)
    try:
        picture = _upright_srgb(_opened(data))
    except BROKEN as error:
        raise Unusable("damaged") from error
    except BOMB as error:
        raise Unusable("too-large", **_most()) from error
    return _written(picture)


def _check(data: bytes) -> None:
    try:
        header = _opened(data)
    except BOMB as error:
        raise Unusable("too-large", **_most()) from error
    except BROKEN as error:
        raise Unusable("not-a-picture") from error
    width, height = header.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Unusable("too-large", width=width, height=height, **_most())
    if min(width, height) < SMALLEST_SIDE:
        raise Unusable("too-small", width=width, height=height, least=SMALLEST_SIDE)
    try:
        header.verify()
    except BROKEN as error:
        raise Unusable("damaged") from error


def _opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data), formats=FORMATS)


def _most() -> dict[str, int]:
    return {"most": MOST_PIXELS // 1_000_000, "side": LONGEST_SIDE}


def _upright_srgb(opened: Image.Image) -> Image.Image:
    if opened.format == "JPEG":
        # A large photograph is decoded at a fraction of its size where the format allows it.
        opened.draft(None, (LONGEST_KEPT, LONGEST_KEPT))
    opened.load()
    profile = opened.info.get("icc_profile")
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((LONGEST_KEPT, LONGEST_KEPT), Image.Resampling.LANCZOS)
    return _in_srgb(upright, profile)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    transparent = picture.has_transparency_data
    mode = "RGBA" if transparent else "RGB"
    if profile and picture.mode in {"RGB", "RGBA", "CMYK", "L"}:
        converted = _converted(picture, profile, mode)
        if converted is not None:
            return converted
    return picture.convert(mode)


def _converted(picture: Image.Image, profile: bytes, mode: str) -> Image.Image | None:
    """By the colour profile that came with it; None where that one makes no sense for the picture."""
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, theirs, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, *BROKEN):
        return None


def _written(picture: Image.Image) -> Master:
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    # A new picture, so that no comment, profile or note of the old one travels along.
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    if bare.mode == "RGB":
        bare.save(out, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        bare.save(out, "PNG")
    data = out.getvalue()
    extension = "jpg" if bare.mode == "RGB" else "png"
    return Master(data, hashlib.sha256(data).hexdigest(), extension, *bare.size)
