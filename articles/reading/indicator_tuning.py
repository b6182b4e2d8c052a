"""What else may be chosen on the page of an indicator, as links: scale, range of periods, day of knowledge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.reading.dates import short_day
from articles.reading.indicator_charts import Figure
from articles.reading.indicator_choice import Choice
from articles.reading.indicator_data import Data
from articles.reading.indicator_panels import periods_of
from indicators.catalogue.models import Area
from taxonomy.asking.as_of import AsOf

SPANS = (5, 10, 20, 50)
# So many periods can be overlooked; nobody has to choose among them.
CHOOSE_ABOVE = 6
AREAS_AS_LINKS = 8


@dataclass(frozen=True, slots=True)
class Option:
    """A link to the same page, otherwise chosen; `value` is what it chooses, where a script or a form needs it."""

    label: str
    url: str
    is_current: bool
    value: str = ""


@dataclass(frozen=True, slots=True)
class Tuning:
    """The links; a list that leaves nothing to choose is empty.

    Attributes:
        kept, kept_with_area: what the forms for a range of periods and for an area send along.
        first, last: the periods there are.
    """

    areas: list[Option]
    scales: list[Option]
    ranges: list[Option]
    days: list[Option]
    kept: list[tuple[str, str]]
    kept_with_area: list[tuple[str, str]]
    first: str
    last: str
    everything: str

    @property
    def areas_listed(self) -> bool:
        """Whether there are too many for a row of links: then a list is chosen from."""
        return len(self.areas) > AREAS_AS_LINKS + 1

    @property
    def last_day(self) -> int:
        return len(self.days) - 1

    @property
    def day_shown(self) -> int:
        """Where the slider stands; before the first statement at its start."""
        return next((n for n, each in enumerate(self.days) if each.is_current), 0)

    @property
    def day_label(self) -> str:
        return self.days[self.day_shown].label


def tuning_of(data: Data, figures: Sequence[Figure], days: Sequence[date], language: str) -> Tuning:
    """What may be chosen on this page, on this day."""
    periods = periods_of([known for panel in data.panels for known in panel.levels])
    choice, asof = data.choice, data.asof
    return Tuning(
        areas=_areas(choice, asof, data.areas) if len(data.areas) > 1 else [],
        scales=_scales(choice, asof) if choice.log or any(each.can_log for each in figures) else [],
        ranges=_ranges(choice, asof, periods) if len(periods) > CHOOSE_ABOVE or choice.is_narrow else [],
        days=_days(choice, asof, days, language),
        kept=choice.but(start="", end="").pairs(asof),
        kept_with_area=choice.but(area="").pairs(asof),
        first=periods[0] if periods else "",
        last=periods[-1] if periods else "",
        everything=choice.but(start="", end="").query(asof),
    )


def _areas(choice: Choice, asof: AsOf, areas: Sequence[Area]) -> list[Option]:
    """All areas, or one of them, by name."""
    ordered = sorted(areas, key=lambda area: str(area.label).casefold())
    return [
        Option(_("All"), choice.but(area="").query(asof), not choice.area),
        *(
            Option(
                str(each.label), choice.but(area=each.code).query(asof), choice.area == each.code, each.code
            )
            for each in ordered
        ),
    ]


def _scales(choice: Choice, asof: AsOf) -> list[Option]:
    return [
        Option(_("Linear"), choice.but(log=False).query(asof), not choice.log),
        Option(_("Logarithmic"), choice.but(log=True).query(asof), choice.log),
    ]


def _ranges(choice: Choice, asof: AsOf, periods: Sequence[str]) -> list[Option]:
    """All periods, or the last 5, 10, 20 or 50 years where there are more."""
    found = [Option(_("All"), choice.but(start="", end="").query(asof), not choice.is_narrow)]
    if not periods:
        return found
    first, last = int(periods[0][:4]), int(periods[-1][:4])
    for span in SPANS:
        start = f"{last - span + 1:04}"
        if first < last - span + 1:
            label = ngettext("Last %d year", "Last %d years", span) % span
            narrow = choice.but(start=start, end="")
            found.append(Option(label, narrow.query(asof), choice.start == start and not choice.end))
    return found


def _days(choice: Choice, asof: AsOf, days: Sequence[date], language: str) -> list[Option]:
    """Each day on which something new was stated, and today; the newest by the day asked about is current."""
    if len(days) < 2 and not asof.given:
        return []
    past = [day for day in days if day <= asof.day]
    found = [
        Option(
            short_day(day, language),
            choice.query(replace(asof, day=day, given=True)),
            asof.given and bool(past) and day == past[-1],
            day.isoformat(),
        )
        for day in days
    ]
    return [*found, Option(_("Today"), choice.query(replace(asof, given=False)), not asof.given)]
