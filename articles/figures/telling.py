"""Quotations as the API tells them, from the figures that an edition carries. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from articles.editions.states import entry_on


def told_on(figure: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A figure as it is judged on a day."""
    entry = entry_on(figure, day)
    return {
        "n": figure["n"],
        "text": figure["text"],
        "value": figure["value"],
        "observation": figure["observation"],
        "indicator": figure["indicator"]["code"],
        "verdict": entry["verdict"],
        "state": entry["state"],
        "pinned": figure["pinned"],
        "newer": entry["newer"],
        "declared": entry.get("declared"),
    }
