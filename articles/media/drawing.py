"""Draws the files of a picture. Pure."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from articles.media.renditions import Rendition

ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 60, "speed": 8}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    "png": ("PNG", {}),
}


def drawn(master: bytes, renditions: list[Rendition]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file."""
    with Image.open(BytesIO(master), formats=("JPEG", "PNG")) as picture:
        picture.load()
        sized: dict[tuple[int, int, tuple[float, float, float, float]], Image.Image] = {}
        for each in renditions:
            key = (each.width, each.height, each.box)
            if key not in sized:
                sized[key] = picture.resize((each.width, each.height), Image.Resampling.LANCZOS, box=each.box)
            name, options = ENCODERS[each.extension]
            out = BytesIO()
            sized[key].save(out, name, **options)
            yield each.name, out.getvalue()
