"""The words of a picture: of an edition, and of an indicator."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.wording import state_words
from articles.figures.marks import words_of
from articles.link_pictures.picture import KeyFigure, LinkPicture
from articles.reading.dates import issued_in_words
from taxonomy.languages import direction

GOOD = ("holds", "rounded")


def picture_of(edition: Edition, figures: Sequence[Mapping[str, Any]], *, site_name: str) -> LinkPicture:
    """Title, first print and key figure, in the active language, which is the edition's.

    Args:
        figures: of the edition, as `figure_on` tells them for the day.
    """
    snapshot = edition.snapshot
    printed = [snapshot["publication"]["title"]] if snapshot["publication"] else []
    printed += [issued_in_words(snapshot["issued"], edition.language)] if snapshot["issued"] else []
    key = key_figure(figures)
    return LinkPicture(
        title=edition.title,
        direction=direction(edition.language),
        above=(site_name, _(", ").join(printed)),
        figure=_told(key) if key else None,
    )


def key_figure(figures: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The first level that holds, else the first figure that holds, else the first: then the picture says what does
    not hold."""
    good = [each for each in figures if each["state"] in GOOD]
    levels = [each for each in good if each["unit"]["code"] != "percent"]
    return next(iter([*levels, *good, *figures]), None)


def _told(figure: Mapping[str, Any]) -> KeyFigure:
    state = figure["state"]
    said = state_words()[state] if state in GOOD else words_of(str(figure["state_line"])).rstrip(".")
    return KeyFigure(
        printed=figure["text"],
        measures=measured(figure["indicator"]["short_name"], figure["area"]["name"], figure["period"]),
        source=stated_by(figure["source"]["name"], said),
        state=state,
    )


def measured(*parts: str) -> str:
    """“New energy vehicle production, China, 2023”."""
    return _(", ").join(part for part in parts if part)


def stated_by(source: str, said: str) -> str:
    """“Office of Statistics: holds”, each isolated: in an Urdu line a Latin name takes the number after it along."""
    isolated = {name: f"\u2068{text}\u2069" for name, text in (("source", source), ("said", said))}
    return _("%(source)s: %(said)s") % isolated
