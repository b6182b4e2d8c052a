"""Whether notes have room beside their stretch of the text, so that they never tear it apart. Pure.

A page that waits for nothing cannot measure letters, so that heights are estimated, in pixels of the stylesheet
(`site.css`: measure, sizes, line heights) and rather too high for notes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.editions.states import entry_on
from articles.figures.marks import plain_text

ROOM = 1.15
"""How much higher than their text notes may be before they are taken away from it."""
ROOM_AT_THE_END = 3.0
"""The same where no further text follows that they could push away."""
PICTURE = 420
GAP = 21


@dataclass(frozen=True, slots=True)
class Setting:
    """How a language is set: letters a line and height of a line, of the text and of a note."""

    text_letters: int
    text_line: float
    note_letters: int
    note_line: float
    note_fold: float


LATIN = Setting(66, 30.4, 34, 18.9, 27)
SETTINGS = {"ur": Setting(90, 44.7, 36, 26.3, 30), "zh-hans": Setting(33, 35.2, 19, 18.9, 27)}


def have_room(
    html: str, figures: Sequence[Mapping[str, Any]], day: date, language: str, *, last: bool
) -> bool:
    """Whether the notes to these figures have room beside their stretch of the text.

    Args:
        last: nothing of the text follows.
    """
    height = sum(_height_of_note(figure, day, language) for figure in figures)
    return height <= (ROOM_AT_THE_END if last else ROOM) * _height_of_text(html, language)


def _height_of_text(html: str, language: str) -> float:
    setting = SETTINGS.get(language, LATIN)
    blocks = plain_text(html).split("\n")
    lines = sum(-(-len(block) // setting.text_letters) or 1 for block in blocks)
    return lines * setting.text_line + len(blocks) * GAP + html.count("<figure") * PICTURE


def _height_of_note(figure: Mapping[str, Any], day: date, language: str) -> float:
    """Of a note with its details folded."""
    setting = SETTINGS.get(language, LATIN)
    pinned, entry = figure["pinned"], entry_on(figure, day)
    said = [
        figure["indicator"]["short_name"],
        figure["area"]["name"],
        figure["period"],
        figure["source"]["code"],
    ]
    said += [str(pinned["note"] or ""), "29 Feb 2024"] if pinned else []
    said += [f"{each['source']['code']} states {each['printed']}" for each in figure["others"][-2:]]
    lines = -(-len(", ".join(said)) // setting.note_letters)
    if entry["state"] != "holds":
        lines += 2
    return lines * setting.note_line + (setting.note_fold if pinned else 0) + 8
