"""From series as known on a day to drawings: one for each panel, small multiples where there are more series."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.reading.indicator_choice import Choice
from articles.reading.indicator_findings import described, finding
from articles.reading.indicator_panels import PANELS_SHOWN, Panel, periods_of
from articles.reading.indicator_points import line_of, middle, on_axis
from indicators.charts.calendar import with_gaps
from indicators.charts.frame import WIDE
from indicators.charts.spec import Chart
from indicators.charts.svg import svg
from indicators.observations.known import Known
from indicators.observations.printing import scale_word
from indicators.observations.stated import unit_name

# Fifty years of months, twenty of days.
PERIODS_SHOWN = 6000
# What may stand on a logarithmic scale: not a rate, which may fall below zero at any time.
LOG_KINDS = ("level", "index")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with the words around it.

    Attributes:
        code: of its first series; an address names the chart by it.
        members: the codes of all its series.
        can_log: whether a logarithmic scale would show something else.
        is_alone: whether it is the only chart of the page.
    """

    code: str
    chart: Chart
    subtitle: str
    sources: list[str]
    members: list[str]
    can_log: bool
    is_alone: bool

    @property
    def title(self) -> str:
        return self.chart.title

    @property
    def drawing(self) -> SafeString:
        if not self.is_alone:
            return mark_safe(svg(self.chart))  # noqa: S308 - made from escaped text
        return mark_safe(svg(self.chart, "narrow") + svg(self.wide, "wide"))  # noqa: S308 - made from escaped text

    @property
    def wide(self) -> Chart:
        """The chart as wide as the column of text, where it stands alone in it."""
        return replace(self.chart, key=f"{self.chart.key}w", width=WIDE) if self.is_alone else self.chart

    @property
    def any_earlier(self) -> bool:
        """Whether a value that was revised is drawn as it was before."""
        shown = (line.points.get(period) for line in self.chart.lines for period in self.chart.periods)
        return any(point.earlier for point in shown if point)


def figures_of(panels: Sequence[Panel], language: str, choice: Choice) -> list[Figure]:
    """The charts of an indicator page; with one panel, that of the published change stands beside it."""
    groups = [group for panel in panels[:PANELS_SHOWN] if panel.is_known for group in _drawn_together(panel)]
    same_unit = len({group[0].series.unit_id for group in groups}) == 1
    shared = groups if len(groups) > 1 and same_unit else []
    if len(panels) == 1:
        paired = {each.series.source_id for each in panels[0].levels}
        changes = [
            each for each in panels[0].changes if _has_a_value(each) and each.series.source_id in paired
        ]
        groups += _in_twos(changes)
    areas = len({group[0].series.area_id for group in groups}) > 1
    return [
        _figure(group, f"c{n}", shared, language, choice, named=areas, alone=len(groups) == 1)
        for n, group in enumerate(groups, start=1)
    ]


def figure_asked_for(figures: Sequence[Figure], choice: Choice) -> Figure | None:
    """The chart that an address names by one of its series; without a name the first."""
    if not choice.chart:
        return figures[0] if figures else None
    return next((each for each in figures if choice.chart in each.members), None)


def _drawn_together(panel: Panel) -> list[list[Known]]:
    return _in_twos([each for each in panel.levels if _has_a_value(each)])


def _has_a_value(known: Known) -> bool:
    """Whether there is anything to draw: of what is missing there is no axis either."""
    return any(middle(stated[-1]) is not None for stated in known.stated.values())


def _in_twos(known: list[Known]) -> list[list[Known]]:
    """One drawing for up to two series, else one for each."""
    return ([known] if known else []) if len(known) <= 2 else [[each] for each in known]


def _figure(
    group: list[Known],
    key: str,
    shared: Sequence[list[Known]],
    language: str,
    choice: Choice,
    *,
    named: bool,
    alone: bool,
) -> Figure:
    mult, colon = _scale(group), _(": ")  # outside the f-string, where makemessages does not look
    found = finding(group, language)
    level = group[0].series.indicator.kind in LOG_KINDS
    chart = Chart(
        key=key,
        title=f"{group[0].series.area.label}{colon}{found}" if named else found,
        description=described(group, language),
        periods=with_gaps(periods_of(group), PERIODS_SHOWN),
        lines=[line_of(each, mult, language) for each in group],
        none=_("none"),
        shared=_values(shared, mult) if group in shared else (),
        log=choice.log and level,
    )
    values = chart.values or [Decimal(0)]
    return Figure(
        code=group[0].series.code,
        chart=chart,
        subtitle=_subtitle(group, mult, language, named=named, log=chart.is_log),
        sources=[f"{each.series.source.label} ({each.series.source.code})" for each in group],
        members=[each.series.code for each in group],
        can_log=level and len(chart.periods) > 2 and min(values) > 0 and max(values) >= min(values) * 3,
        is_alone=alone,
    )


def _scale(group: list[Known]) -> int:
    newest = [each.latest for each in group]
    return max((vintage.unit_mult for vintage in newest if vintage), default=0)


def _values(groups: Sequence[list[Known]], mult: int) -> list[Decimal]:
    stated = (vintages[-1] for group in groups for each in group for vintages in each.stated.values())
    found = (on_axis(vintage, mult) for vintage in stated)
    return [value for value in found if value is not None]


def _subtitle(group: list[Known], mult: int, language: str, *, named: bool, log: bool) -> str:
    series = group[0].series
    unit = _("percent") if series.unit.code == "percent" else unit_name(series.unit, language)
    scale = " ".join(part for part in (scale_word(mult, language), unit) if part)
    parts = [
        "" if named else str(series.area.label),
        series.source.code if len(group) == 1 else "",
        _("change, as published") if series.indicator.kind == "change" else "",
        scale,
        str(series.get_frequency_display()).lower(),
        _("logarithmic scale") if log else "",
    ]
    return _(", ").join(part for part in parts if part)
