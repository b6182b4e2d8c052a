"""From series as known on a day to drawings: one for each panel, small multiples where there are more series."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.reading.indicator_findings import described, finding
from articles.reading.indicator_panels import PANELS_SHOWN, Panel, periods_of
from indicators.charts.calendar import with_gaps
from indicators.charts.spec import Chart, Line, Point
from indicators.charts.svg import svg
from indicators.observations.known import Known
from indicators.observations.models import Vintage
from indicators.observations.printing import scale_word, scaled
from indicators.observations.stated import as_printed, note_of, unit_name

PERIODS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with the words around it."""

    title: str
    subtitle: str
    drawing: SafeString
    sources: list[str]


def figures_of(panels: Sequence[Panel], language: str) -> list[Figure]:
    """The drawings of an indicator page; with one panel, that of the published change stands beside it."""
    groups = [group for panel in panels[:PANELS_SHOWN] if panel.is_known for group in _drawn_together(panel)]
    same_unit = len({group[0].series.unit_id for group in groups}) == 1
    shared = groups if len(groups) > 1 and same_unit else []
    if len(panels) == 1:
        paired = {each.series.source_id for each in panels[0].levels}
        changes = [each for each in panels[0].changes if each.stated and each.series.source_id in paired]
        groups += _in_twos(changes)
    return [_figure(group, f"c{n}", shared, language) for n, group in enumerate(groups, start=1)]


def _drawn_together(panel: Panel) -> list[list[Known]]:
    return _in_twos([each for each in panel.levels if each.stated])


def _in_twos(known: list[Known]) -> list[list[Known]]:
    """One drawing for up to two series, else one for each."""
    return ([known] if known else []) if len(known) <= 2 else [[each] for each in known]


def _figure(group: list[Known], key: str, shared: Sequence[list[Known]], language: str) -> Figure:
    mult = _scale(group)
    periods = with_gaps(periods_of(group), PERIODS_SHOWN)
    title = finding(group, language)
    chart = Chart(
        key=key,
        title=title,
        description=described(group, language),
        periods=periods,
        lines=[_line(each, mult, language) for each in group],
        none=_("none"),
        shared=_values(shared, mult) if group in shared else (),
    )
    return Figure(
        title=title,
        subtitle=_subtitle(group, mult, language),
        drawing=mark_safe(svg(chart)),  # noqa: S308 - made from escaped text
        sources=[f"{each.series.source.label} ({each.series.source.code})" for each in group],
    )


def _line(known: Known, mult: int, language: str) -> Line:
    points = {}
    for period, stated in known.stated.items():
        if (value := _middle(stated[-1])) is not None:
            label = as_printed(stated[-1], None, language, scale=stated[-1].unit_mult != mult)
            points[period] = Point(scaled(value, stated[-1].unit_mult - mult), label, note_of(stated[-1]))
    return Line(known.series.source.code, points)


def _middle(vintage: Vintage) -> Decimal | None:
    """Where a statement is drawn: a range at its middle, labelled with both ends."""
    if vintage.low is not None and vintage.high is not None:
        return (vintage.low + vintage.high) / 2
    return vintage.value


def _scale(group: list[Known]) -> int:
    newest = [each.latest for each in group]
    return max((vintage.unit_mult for vintage in newest if vintage), default=0)


def _values(groups: Sequence[list[Known]], mult: int) -> list[Decimal]:
    stated = (vintages[-1] for group in groups for each in group for vintages in each.stated.values())
    found = ((_middle(vintage), vintage.unit_mult) for vintage in stated)
    return [scaled(value, own - mult) for value, own in found if value is not None]


def _subtitle(group: list[Known], mult: int, language: str) -> str:
    series = group[0].series
    unit = _("percent") if series.unit.code == "percent" else unit_name(series.unit, language)
    scale = " ".join(part for part in (scale_word(mult, language), unit) if part)
    parts = [str(series.area.label), scale, str(series.get_frequency_display()).lower()]
    if series.indicator.kind == "change":
        parts.insert(1, _("change, as published"))
    if len(group) == 1:
        parts.insert(1, series.source.code)
    return _(", ").join(parts)
