"""What a compiled figure is on a given day. Pure: reads the timeline that the edition carries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

ORDER = ("holds", "rounded", "revised", "other", "disputed", "contradicted", "unbound")


def entry_on(figure: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The timeline entry in force on a day; before the first one, the first."""
    asked = day.isoformat()
    entry: dict[str, Any] = figure["timeline"][0]
    for later in figure["timeline"][1:]:
        if later["day"] > asked:
            break
        entry = later
    return entry


def tally(figures: Sequence[Mapping[str, Any]], day: date) -> dict[str, int]:
    """How many figures are in each state on a day, in the order in which states are told."""
    counts = Counter(entry_on(figure, day)["state"] for figure in figures)
    return {state: counts[state] for state in ORDER if counts[state]}


def settled_on(figures: Sequence[Mapping[str, Any]], published_on: date) -> date:
    """The day from which on nothing changes any more, as far as is known."""
    days = [date.fromisoformat(entry["day"]) for figure in figures for entry in figure["timeline"]]
    return max([published_on, *days])
