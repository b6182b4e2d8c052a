"""A compiled figure as it reads on a day: its state, the values beside it, and the line that says so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.editions.states import entry_on


def figure_on(figure: Mapping[str, Any], day: date, words: Mapping[str, str]) -> dict[str, Any]:
    """What the templates of a page tell of a figure.

    Args:
        words: what each state is called.
    """
    entry = entry_on(figure, day)
    newest: dict[str, Any] = {}
    for other in figure["others"]:
        if other["stated_on"] <= day.isoformat():
            newest[other["source"]["code"]] = other
    pinned = figure["pinned"]
    return {
        **figure,
        "state": entry["state"],
        "verdict": entry["verdict"],
        "newer": entry["newer"],
        "other": entry["other"],
        "word": words[entry["state"]],
        "state_line": _state_line(figure, entry, words),
        "others": list(newest.values()),
        "stated_on": date.fromisoformat(pinned["stated_on"]) if pinned else None,
        "preliminary": bool(pinned and pinned["status"] == "P"),
    }


def _state_line(figure: Mapping[str, Any], entry: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """“Holds”, “Rounded from 9.443 million”, “Revised since 2024-10-02 to 3,335.71 billion”."""
    newer, other, pinned = entry["newer"], entry["other"], figure["pinned"]
    if entry["state"] == "revised" and newer:
        day = format_html('<time datetime="{0}">{0}</time>', newer["stated_on"])
        if not newer["printed"]:
            return format_html(_("Withdrawn by its source on {day}"), day=day)
        return format_html(_("Since revised to {value}, {day}"), value=newer["printed"], day=day)
    if entry["state"] == "rounded" and pinned:
        return _("Rounded from %(value)s") % {"value": pinned["printed"]}
    if entry["state"] == "other" and other:
        return _("Other source: %(source)s states %(value)s") % {
            "source": other["source"]["code"],
            "value": other["printed"],
        }
    if entry["state"] == "contradicted" and pinned:
        return _("Contradicted: %(source)s states %(value)s") % {
            "source": figure["source"]["code"],
            "value": pinned["printed"],
        }
    word = words[entry["state"]]
    return word[:1].upper() + word[1:]
