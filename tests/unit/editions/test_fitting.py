"""Notes stand beside their text where they have room, and below the article where they would tear it apart."""

from datetime import date
from typing import Any

import pytest

from articles.editions.fitting import have_room

DAY = date(2026, 1, 1)
LINE = "Some words of a text that goes on for a line or so on the page. "


def a_figure(state: str = "holds") -> dict[str, Any]:
    return {
        "indicator": {"short_name": "Production of cars"},
        "area": {"name": "China"},
        "period": "2024",
        "source": {"code": "NBS"},
        "pinned": {"note": ""},
        "others": [],
        "timeline": [{"day": "2025-01-01", "state": state}],
    }


@pytest.mark.parametrize(
    ("lines", "notes", "last", "room"),
    [
        (10, 3, False, True),
        (10, 8, False, False),
        (10, 8, True, True),
        (3, 8, True, False),
        (1, 1, False, False),
    ],
)
def test_many_notes_need_a_long_text(lines: int, notes: int, last: bool, room: bool) -> None:
    html = f"<p>{LINE * lines}</p>"
    assert have_room(html, [a_figure()] * notes, DAY, "en", last=last) is room


def test_a_note_that_says_more_needs_more_room() -> None:
    html = f"<p>{LINE * 6}</p>"
    assert have_room(html, [a_figure()] * 3, DAY, "en", last=False)
    assert not have_room(html, [a_figure("revised")] * 3, DAY, "en", last=False)


def test_chinese_sets_fewer_letters_on_a_line() -> None:
    html = f"<p>{'字' * 300}</p>"
    assert have_room(html, [a_figure()] * 3, DAY, "zh-hans", last=False)
    assert not have_room(html, [a_figure()] * 3, DAY, "en", last=False)
