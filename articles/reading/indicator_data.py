"""An indicator as known on a day, with what was chosen of it: read once, for its page, charts, files and frames."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import Http404

from articles.reading.indicator_choice import Choice, narrowed
from articles.reading.indicator_errors import with_disputed
from articles.reading.indicator_panels import Panel, panels_of
from indicators.catalogue.models import Area, Indicator, Series
from indicators.observations.known import Known, known_by
from indicators.observations.models import Vintage
from taxonomy.asking.as_of import AsOf

# Two sources of a day each for fifteen years; older statements are in the CSV file.
STATEMENTS_READ = 12_000
DAYS_OFFERED = 40


@dataclass(frozen=True, slots=True)
class Data:
    """An indicator, its series and those of its published changes.

    Attributes:
        areas: all there are figures of; where one was chosen, what follows is of that one alone.
        known: everything known on the day, up to a bound.
        panels: all of it, side by side.
        chosen: the same, of the periods that were chosen.
    """

    indicator: Indicator
    asof: AsOf
    choice: Choice
    areas: list[Area]
    known: list[Known]
    panels: list[Panel]
    chosen: list[Panel]

    @property
    def levels(self) -> list[Known]:
        """The indicator's own series."""
        return [each for panel in self.panels for each in panel.levels]

    @property
    def is_known(self) -> bool:
        return any(each.stated for each in self.levels)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than was read."""
        return sum(len(each.statements) for each in self.known) >= STATEMENTS_READ


def data_of(indicator: Indicator, asof: AsOf, choice: Choice) -> Data:
    """Two queries, however much was stated."""
    series = Series.objects.filter(Q(indicator=indicator) | Q(indicator__base_indicator=indicator))
    catalogued = list(with_disputed(series).with_catalogue().select_related("area__keyword"))
    areas = {each.area.code: each.area for each in catalogued if each.indicator_id == indicator.pk}
    choice = choice if choice.area in areas and len(areas) > 1 else choice.but(area="")
    wanted = [each for each in catalogued if choice.area in ("", each.area.code)]
    known = known_by(wanted, asof.day, STATEMENTS_READ)
    panels = panels_of(indicator, known)
    chosen = panels_of(indicator, narrowed(known, choice)) if choice.is_narrow else panels
    return Data(indicator, asof, choice, list(areas.values()), known, panels, chosen)


def known_data(code: str, asof: AsOf, choice: Choice) -> Data:
    """The data behind a chart that stands alone. Three queries.

    Raises:
        Http404: there is no such indicator, or nobody had stated a figure by that day.
    """
    data = data_of(indicator_of(code), asof, choice)
    if not data.is_known:
        raise Http404(code)
    return data


def indicator_of(code: str) -> Indicator:
    """The indicator of this code; where only the case differs, that one. One query, two where the case differs.

    Raises:
        Http404: there is none.
    """
    every = Indicator.objects.select_related("unit", "base_indicator")
    found: Indicator | None = every.filter(code=code).first() or every.filter(code__iexact=code).first()
    if found is None:
        raise Http404(code)
    return found


def days_of(levels: list[Known], today: date) -> list[date]:
    """The last days on which something was stated, oldest first. One query.

    Later days than the one that is asked about are among them: they are how a reader gets back.
    """
    stated = Vintage.objects.stated_by(today).filter(
        observation__series__in=[each.series.pk for each in levels]
    )
    days = stated.order_by("-stated_on").values_list("stated_on", flat=True).distinct()
    return list(days[:DAYS_OFFERED])[::-1]
