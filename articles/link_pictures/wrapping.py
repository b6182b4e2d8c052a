"""Lines that fit. Pure: how wide a text is, the caller knows."""

import re
from collections.abc import Callable

type Measure = Callable[[str], float]
# A Chinese character may begin a line, a closing sign may not; everything else breaks at spaces.
PIECE = re.compile(
    r"\s*(?:[\u3400-\u9fff\uf900-\ufaff][、。，．：；？！）》」』”’…—]*|[^\s\u3400-\u9fff\uf900-\ufaff]+)"
)
ELLIPSIS = "…"


def wrapped(text: str, width: float, measure: Measure, most: int) -> list[str] | None:
    """The text in at most so many lines of a width; None where it does not fit."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in PIECE.findall(" ".join(text.split())):
        wide = measure(piece)
        if line and used + wide > width:
            lines.append(line)
            line, used = "", 0.0
        if not line:
            piece = piece.lstrip()
            wide = measure(piece)
        line, used = line + piece, used + wide
        if used > width or len(lines) == most:
            return None
    return [*lines, line] if line else lines


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning that fits with an ellipsis; the whole text where it fits; empty where nothing does."""
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + ELLIPSIS) else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS if low else ""
