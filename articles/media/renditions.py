"""Which files are drawn of a picture. Pure: names and sizes, no database, no settings.

Every name says what is in the file, so a file never changes under its name and may be kept for ever.
"""

from dataclasses import dataclass

WIDTHS = (480, 960, 1600)
CARD_WIDTHS = (320, 640, 1200)
CARD_RATIO = (16, 9)
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file to be drawn: its name below the picture's folder, its size, and the part of the picture in it."""

    name: str
    extension: str
    width: int
    height: int
    box: tuple[float, float, float, float]


def widths_for(width: int, wanted: tuple[int, ...] = WIDTHS) -> tuple[int, ...]:
    """The wanted widths that the picture has, and its own where it is narrower than the widest."""
    smaller = tuple(each for each in wanted if each < width)
    return (*smaller, min(width, wanted[-1])) if len(smaller) < len(wanted) else smaller


def card_box(width: int, height: int, x: int, y: int) -> tuple[float, float, float, float]:
    """The largest part of the picture in the shape of a card, as near to the focal point as the edges allow."""
    across, down = CARD_RATIO
    wide, high = min(width, height * across / down), min(height, width * down / across)
    left = min(max(width * x / 100 - wide / 2, 0), width - wide)
    top = min(max(height * y / 100 - high / 2, 0), height - high)
    return (left, top, left + wide, top + high)


def whole(width: int, height: int, extension: str) -> list[Rendition]:
    """The whole picture in every width and type; the type that every reader can show comes last."""
    return [
        Rendition(f"{each}.{kind}", kind, each, max(1, round(height * each / width)), (0, 0, width, height))
        for kind in ("avif", "webp", extension)
        for each in widths_for(width)
    ]


def cards(width: int, height: int, extension: str, x: int, y: int) -> list[Rendition]:
    """The cut for cards around the focal point, in every width and type."""
    box = card_box(width, height, x, y)
    across, down = CARD_RATIO
    return [
        Rendition(f"card-{x}-{y}-{each}.{kind}", kind, each, max(1, round(each * down / across)), box)
        for kind in ("avif", "webp", extension)
        for each in widths_for(round(box[2] - box[0]), CARD_WIDTHS)
    ]
