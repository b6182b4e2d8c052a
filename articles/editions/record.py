"""The record of an article: its editions so far, and its last correction, as its page tells them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from articles.editions.models import Edition
from articles.editions.wording import told_passages


def record_of(episodes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every edition so far, the newest first, each with the number of the one before it."""
    before = [None, *(each["number"] for each in episodes[:-1])]
    return [_history(each, last) for each, last in zip(episodes, before, strict=True)][::-1]


def _history(each: Mapping[str, Any], before: int | None) -> dict[str, Any]:
    kind = Edition.Kind(each["kind"])
    return {
        **each,
        "before": before,
        "kind_label": kind.label,
        "published_at": datetime.fromisoformat(each["published_at"]),
        "passages": told_passages(each),
        "open": kind is Edition.Kind.CORRECTION,
    }


def last_correction(episodes: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The last correction, which a reader is told of before the text."""
    corrections = [each for each in episodes if each["kind"] == Edition.Kind.CORRECTION]
    return _history(corrections[-1], None) if corrections else None
