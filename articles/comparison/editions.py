"""Two published editions of an article held against each other: what differs in words and in figures.

Everything comes from what the editions printed; what is plain text here is escaped where it is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from articles.comparison.redline import Piece, redline
from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.editions.wording import state_words
from articles.figures.marks import plain_text


@dataclass(frozen=True, slots=True)
class Words:
    """A part of the text that differs."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that only one of the two prints, or that they print differently; and its state in the later one."""

    indicator: dict[str, str]
    area: str
    period: str
    before: str
    after: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Episode:
    """What the editors said of an edition on the way."""

    number: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, and what was said of it."""

    words: list[Words]
    figures: list[Figure]
    episodes: list[Episode]

    @property
    def nothing(self) -> bool:
        return not (self.words or self.figures)


def compared(before: Edition, after: Edition, day: date) -> Comparison:
    """From one edition to a later one.

    Args:
        day: whose state of the figures is shown.
    """
    return Comparison(
        words=_words(before, after),
        figures=_figures(before.figures, after.figures, day),
        episodes=_episodes(after.snapshot["history"], before.number),
    )


def _words(before: Edition, after: Edition) -> list[Words]:
    parts = (
        (_("Title"), before.title, after.title),
        (_("Standfirst"), before.standfirst, after.standfirst),
        (_("Text"), plain_text(before.body), plain_text(after.body)),
    )
    return [Words(label, redline(old, new)) for label, old, new in parts if old != new]


def _figures(
    before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]], day: date
) -> list[Figure]:
    """By what they refer to, in the order of the later text, then what only the earlier one prints."""
    old, new = _by_observation(before), _by_observation(after)
    found = []
    for observation in [*new, *(each for each in old if each not in new)]:
        was, now = (", ".join(each["text"] for each in side.get(observation, ())) for side in (old, new))
        if was != now:
            found.append(_figure((new.get(observation) or old[observation])[-1], was, now, day))
    return found


def _by_observation(figures: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for figure in figures:
        found.setdefault(figure["observation"], []).append(figure)
    return found


def _figure(figure: Mapping[str, Any], before: str, after: str, day: date) -> Figure:
    state = entry_on(figure, day)["state"] if after else ""
    return Figure(
        indicator=figure["indicator"],
        area=figure["area"]["name"],
        period=figure["period"],
        before=before,
        after=after,
        state=state,
        word=state_words()[state] if state else "",
    )


def _episodes(history: Iterable[Mapping[str, Any]], after: int) -> list[Episode]:
    return [
        Episode(each["number"], str(Edition.Kind(each["kind"]).label), each["note"])
        for each in history
        if each["number"] > after
    ]
