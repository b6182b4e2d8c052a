"""Lines that fit. Pure: how wide a text is, the caller knows."""

import re
from collections.abc import Callable

type Measure = Callable[[str], float]
# A Chinese character may begin a line, a closing sign may not; everything else breaks at spaces.
PIECE = re.compile(
    r"\s*(?:[\u3400-\u9fff\uf900-\ufaff][、。，．：；？！）》」』”’…—]*|[^\s\u3400-\u9fff\uf900-\ufaff]+)"
)
ELLIPSIS = "…"
NEAR = 0.85


def wrapped(text: str, width: float, measure: Measure, most: int) -> list[str] | None:
    """The text in at most so many lines of a width; None where it does not fit."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in PIECE.findall(" ".join(text.split())):
        wide = _with(line, used, piece, width, measure)
        if line and wide > width:
            lines.append(line)
            line, piece = "", piece.lstrip()
            wide = measure(piece)
        line, used = line + (piece if line else piece.lstrip()), wide
        if used > width or len(lines) == most:
            return None
    return [*lines, line] if line else lines


def _with(line: str, used: float, piece: str, width: float, measure: Measure) -> float:
    """How wide a line is with another piece: the sum, and exactly where that comes near to the end."""
    total = used + measure(piece)
    return measure(line + piece) if line and total > NEAR * width else total


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning that fits with an ellipsis; the whole text where it fits; empty where nothing does."""
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + ELLIPSIS) else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS if low else ""
