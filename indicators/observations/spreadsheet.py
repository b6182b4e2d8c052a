"""Observations as CSV: the same rows as the JSON, one line an observation."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from taxonomy.csv_text import csv_lines, text_cell

NUMBERS = frozenset({"value", "low", "high", "canonical", "unit_mult", "decimals"})


def stated(vintages: Sequence[dict[str, Any]]) -> str:
    """All vintages in one cell: `2024-02-29=3327.8;2024-10-02=3335.71`."""
    return ";".join(f"{vintage['stated_on']}={_printed(vintage)}" for vintage in vintages)


def declared(errors: Sequence[dict[str, Any]]) -> str:
    """What we hold to be right instead, each with its day and status: `2024-03-05=3335.71 (open)`."""
    return ";".join(f"{each['declared_on']}={_printed(each)} ({each['status']})" for each in errors)


def _printed(vintage: dict[str, Any]) -> str:
    if vintage["value"] is None and vintage["low"] is not None:
        return f"{vintage['low']}..{vintage['high']}"
    return vintage["value"] or ""


def _cell(name: str, value: Any) -> Any:
    if value is None:
        return ""
    if name == "vintages":
        return stated(value)
    if name == "declared_errors":
        return declared(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if name in NUMBERS else text_cell(str(value))


def written_lines(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """The lines of the file, headings first, as the rows arrive."""
    cells = ([_cell(name, row[name]) for name in columns] for row in rows)
    return csv_lines(chain([columns], cells))
