"""Figures that were found, in words: the value set large, what it measures, who stated it and whether it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.reading.dates import day_in_words
from articles.search.figures import Found, Quoting
from indicators.observations.models import Vintage
from indicators.observations.stated import as_printed, big_number


@dataclass(frozen=True, slots=True)
class FigureCard:
    """What a result tells. `revised` is empty while the statement stands; `further` more quote it than `quoting`."""

    number: str
    unit: str
    title: str
    address: str
    source: str
    stated_on: date
    revised: str
    quoted: str
    quoting: list[Quoting]
    further: int


def figure_cards(found: Iterable[Found], language: str) -> list[FigureCard]:
    """The cards, in the order of the results."""
    return [_card(each, language) for each in found]


def _card(found: Found, language: str) -> FigureCard:
    series: Any = found.stated.observation.series
    number, rest = big_number(found.stated, series.unit, language)
    period = found.stated.observation.period
    comma = _(", ")  # outside of the call, where makemessages does not look
    return FigureCard(
        number=number,
        unit=comma.join(part for part in (rest, period) if part),
        title=comma.join((series.indicator.label, series.area.label)),
        address=series.indicator.get_absolute_url(),
        source=series.source.label,
        stated_on=found.stated.stated_on,
        revised=_revised(found, language) if found.is_revised else "",
        quoted=ngettext("Quoted in %(n)d article", "Quoted in %(n)d articles", found.quoted)
        % {"n": found.quoted}
        if found.quoted
        else _("Not quoted"),
        quoting=found.quoting,
        further=found.quoted - len(found.quoting),
    )


def _revised(found: Found, language: str) -> str:
    newest = found.newest
    day = day_in_words(newest.stated_on, language)
    if newest.change_kind == Vintage.ChangeKind.WITHDRAWAL:
        return _("Withdrawn by its source on %(day)s") % {"day": day}
    value = as_printed(newest, None, language)
    return _("Revised since %(day)s to %(value)s") % {"day": day, "value": value}
