"""What stands in the picture of a link, as plain words. Pure, without the picture library."""

import hashlib
from dataclasses import astuple, dataclass

WIDTH, HEIGHT = 1200, 630
# Counts up when the drawing changes, so that pictures are drawn anew.
LAYOUT = 2


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure: as printed, what it measures, who states it, and what holds of it.

    Attributes:
        state: as in `articles.editions.states`; it decides on shape and colour.
    """

    printed: str
    measures: str
    source: str
    state: str


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """The words of a picture.

    Attributes:
        direction: `ltr` or `rtl`.
        above: who keeps the page, and beside it where it appeared first.
    """

    title: str
    direction: str
    above: tuple[str, str]
    figure: KeyFigure | None = None

    @property
    def digest(self) -> str:
        """The same for the same picture: its name, and its validator."""
        told = "\x1f".join(str(each) for each in (LAYOUT, astuple(self)))
        return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()
