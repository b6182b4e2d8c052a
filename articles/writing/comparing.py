"""Two versions of an article side by side: which parts differ, and in which words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.comparison.redline import Piece, redline
from articles.figures.marks import plain_text


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an article that differs."""

    name: str
    label: str
    pieces: list[Piece]
    before: str
    after: str


def differences(before: Any, after: Any) -> list[Difference]:
    """Title, standfirst and body of two things that have them (a working copy, an edition, a stored version)."""
    labels = {"title": _("Title"), "standfirst": _("Standfirst"), "body": _("Body")}
    found = []
    for name, label in labels.items():
        old, new = _text(before, name), _text(after, name)
        pieces = redline(old, new)
        if pieces:
            found.append(Difference(name, label, pieces, old, new))
    return found


def _text(owner: Any, name: str) -> str:
    value: str = owner[name] if isinstance(owner, dict) else getattr(owner, name)
    return plain_text(value) if name == "body" else value
