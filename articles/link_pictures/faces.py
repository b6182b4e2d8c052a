"""Which face has which letter: the fonts that charts are drawn with, then those that the operator names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from PIL import ImageFont, features

FOLDER = files("indicators.charts") / "fonts"
OURS = (
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
    ("NotoSansSC-Regular.otf", "NotoSansSC-Regular.otf"),
)
ISOLATES = re.compile("[\u2066-\u2069]")
UNASSIGNED = "\uffff"


class Stretch(NamedTuple):
    """A part of a line in one face. `face` is the file; a bold one that we lack is drawn with a thicker line."""

    text: str
    face: str
    thicker: bool = False


@lru_cache(maxsize=4096)
def stretches(text: str, *, bold: bool, more: tuple[str, ...] = ()) -> tuple[Stretch, ...] | None:
    """A line cut where the face changes; None where a letter has no face, or cannot be joined to its neighbours.

    It is cut at isolates too: what stands in them is set by itself, whichever way the line runs.

    Args:
        more: files of further fonts.
    """
    cut = [_stretches(part, bold=bold, more=more) for part in ISOLATES.split(text) if part]
    known = [part for part in cut if part is not None]
    return tuple(each for part in known for each in part) if len(known) == len(cut) else None


def _stretches(text: str, *, bold: bool, more: tuple[str, ...]) -> tuple[Stretch, ...] | None:
    faces = [str(FOLDER / pair[bold]) for pair in OURS] + list(more)
    found: list[str | None] = []
    for letter in text:
        if unicodedata.category(letter)[0] in "ZC":
            found.append(None)
            continue
        last = next((face for face in reversed(found) if face), None)
        face = next((each for each in (*([last] if last else []), *faces) if has(each, letter)), None)
        if face is None or (unicodedata.bidirectional(letter) == "AL" and not features.check("raqm")):
            return None
        found.append(face)
    lacking = {str(FOLDER / plain) for plain, heavy in OURS if plain == heavy} | set(more)
    return tuple(
        Stretch(part, face, bold and face in lacking) for part, face in _joined(text, found, faces[0])
    )


def _joined(text: str, found: list[str | None], first: str) -> Iterator[tuple[str, str]]:
    """Spaces between two faces stand by themselves: in a line from right to left they belong to neither side."""
    named = [(face, False) if face else _of_space(found, place, first) for place, face in enumerate(found)]
    cuts = [0, *(n for n in range(1, len(named)) if named[n] != named[n - 1]), len(named)]
    for start, end in pairwise(cuts):
        if start < end:
            yield text[start:end], named[start][0]


def _of_space(found: list[str | None], place: int, first: str) -> tuple[str, bool]:
    """The face of a space, and whether it parts two faces: then it is as wide as ours has it, and not a Han letter."""
    before = next((face for face in reversed(found[:place]) if face), None)
    after = next((face for face in found[place:] if face), None)
    return (before or first) if before == after else first, before != after


@lru_cache(maxsize=256)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """A face in a size. Letters are joined by raqm where the library has it."""
    return ImageFont.truetype(face, size)


@lru_cache(maxsize=16384)
def has(face: str, letter: str) -> bool:
    """Whether the face draws the letter, rather than the box that stands for letters it lacks."""
    return _shape(face, letter) != _shape(face, UNASSIGNED)


@lru_cache(maxsize=16384)
def _shape(face: str, letter: str) -> bytes:
    plain = _plain_font(face).getmask(letter)
    return bytes(plain) + repr(plain.size).encode()


@lru_cache(maxsize=32)
def _plain_font(face: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face, 24, layout_engine=ImageFont.Layout.BASIC)
