"""What each source states, side by side with equal weight: never averaged, never ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from articles.reading.indicator_panels import Panel
from indicators.observations.known import Known
from indicators.observations.stated import as_printed, big_number, exact_value, note_of

ANSWERS_SHOWN = 6
UNSIGNED = str.maketrans("", "", "−\u2066\u2069")


@dataclass(frozen=True, slots=True)
class Answer:
    """The latest statement of one source."""

    source: str
    code: str
    slug: str
    area: str
    number: str
    rest: str
    period: str
    change: str
    note: str
    revised: bool
    stated_on: date


def answers_of(panels: Sequence[Panel], language: str) -> list[Answer]:
    several = len({panel.first.area_id for panel in panels}) > 1
    found = [
        _answer(level, panel, several, language)
        for panel in panels
        for level in panel.levels
        if level.latest is not None
    ]
    return [each for each in found if each]


def _answer(level: Known, panel: Panel, several: bool, language: str) -> Answer | None:
    newest, series = level.latest, level.series
    if newest is None:
        return None
    number, rest = big_number(newest, series.unit, language)
    period = newest.observation.period
    return Answer(
        source=series.source.label,
        code=series.source.code,
        slug=series.source.slug,
        area=series.area.label if several else "",
        number=number,
        rest=rest,
        period=period,
        change=_change(panel.change_of(level), period, language),
        note=note_of(newest),
        revised=level.is_revised(period),
        stated_on=newest.stated_on,
    )


def _change(change: Known | None, period: str, language: str) -> str:
    """“up 30.3%”, if the source published a change for that period."""
    stated = change.newest(period) if change else None
    value = exact_value(stated)
    if change is None or stated is None or value is None or change.series.unit.code != "percent":
        return ""
    if value == 0:
        return _("unchanged")
    said = as_printed(stated, change.series.unit, language).translate(UNSIGNED)
    return _("up %(change)s") % {"change": said} if value > 0 else _("down %(change)s") % {"change": said}
