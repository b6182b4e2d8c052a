"""Lines of text in a picture, in any of our scripts and from either side."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from PIL import ImageDraw

from articles.link_pictures.faces import Stretch, font, stretches
from articles.link_pictures.wrapping import shortened, wrapped


@dataclass(frozen=True, slots=True)
class Hand:
    """How text is set on one picture.

    Attributes:
        rtl: whether lines begin at the right.
        left, right: the edges.
        more: files of further fonts.
    """

    draw: ImageDraw.ImageDraw
    rtl: bool
    left: int
    right: int
    more: tuple[str, ...] = ()

    def inset(self, by: int) -> "Hand":
        """The same with lines that begin further in."""
        if self.rtl:
            return replace(self, right=self.right - by)
        return replace(self, left=self.left + by)

    def can(self, text: str) -> bool:
        """Whether there is a face for every letter of it."""
        return stretches(text, bold=True, more=self.more) is not None

    def width(self, text: str, size: int, *, bold: bool = False) -> float:
        return sum(_length(each, size) for each in stretches(text, bold=bold, more=self.more) or ())

    def line(
        self, words: str, baseline: int, size: int, colour: str, *, bold: bool = False, at_end: bool = False
    ) -> None:
        """One line from the side where lines begin, or up to the other one."""
        parts = stretches(words, bold=bold, more=self.more) or ()
        total = sum(_length(each, size) for each in parts)
        x = self.left if self.rtl == at_end else self.right - total
        for part in parts[::-1] if self.rtl else parts:
            thicker = max(1, size // 40) if part.thicker else 0
            shown = {"fill": colour, "font": font(part.face, size), "anchor": "ls", **_way(part)}
            signs_only = not any(letter.isalnum() for letter in part.text)
            text = part.text[::-1] if self.rtl and signs_only else part.text
            self.draw.text((x, baseline), text, stroke_width=thicker, **shown)
            x += _length(part, size)

    def fitted(self, text: str, width: float, sizes: range, most: int) -> tuple[int, list[str]]:
        """The largest size in which it fits into so many bold lines; at the smallest it is cut."""
        for size in sizes:
            lines = self._lines(text, width, size, most)
            if lines is not None:
                return size, lines
        smallest = sizes[-1]
        cut = shortened(text, lambda part: self._lines(part, width, smallest, most) is not None)
        return smallest, self._lines(cut, width, smallest, most) or []

    def _lines(self, text: str, width: float, size: int, most: int) -> list[str] | None:
        return wrapped(text, width, lambda part: self.width(part, size, bold=True), most)


def _length(part: Stretch, size: int) -> float:
    return font(part.face, size).getlength(part.text, **_way(part))


def _way(part: Stretch) -> dict[str, Any]:
    """Letters of Urdu are joined from right to left, whatever stands around them."""
    arabic = any(unicodedata.bidirectional(letter) == "AL" for letter in part.text)
    return {"direction": "rtl", "language": "ur"} if arabic else {}
