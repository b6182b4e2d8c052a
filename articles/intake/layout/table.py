"""The words of `tables/layout.toml`, read once. Pure."""

import tomllib
from pathlib import Path
from typing import Any

with (Path(__file__).parent.parent / "tables" / "layout.toml").open("rb") as _file:
    _ROWS: dict[str, Any] = tomllib.load(_file)

FORM_OPENS: tuple[str, ...] = tuple(_ROWS["form"]["opens"])
FORM_LINES: tuple[str, ...] = tuple(_ROWS["form"]["lines"])
FORM_EXACT = frozenset(_ROWS["form"]["exact"])
CONTACT_WORDS = frozenset(word for words in _ROWS["contact"]["words"] for word in words.split())
BYLINE: tuple[str, ...] = tuple(_ROWS["byline"]["labels"])
DESKS = frozenset(_ROWS["byline"]["desks"])
DATELINE: tuple[str, ...] = tuple(_ROWS["dateline"]["labels"])
KEYWORDS: tuple[str, ...] = tuple(_ROWS["keywords"]["labels"])
CITATION: tuple[str, ...] = tuple(_ROWS["citation"]["labels"])
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_ROWS["months"].values(), 1) for name in names
}
