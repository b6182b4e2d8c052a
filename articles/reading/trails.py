"""How figures came to be what they are: the periods before, small enough to stand beside the value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from indicators.charts.calendar import with_gaps
from indicators.charts.spark import spark
from indicators.observations.models import Vintage
from indicators.observations.periods import Period, parse_period
from indicators.observations.printing import printed, scaled

PERIODS = 12
MONTHS = {"A": 12, "S": 6, "Q": 3, "M": 1}
DAYS = 30  # Twelve days of a market or an office, with its days off.
COLUMNS = ("series__code", "period", "series__unit__code", "series__source__code")

type End = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Trail:
    """The values of a series up to a period, from old to new; None where nothing is stated."""

    periods: list[str]
    values: list[Decimal | None]
    source: str
    told: str

    @property
    def start(self) -> str:
        return self.periods[0]

    @property
    def end(self) -> str:
        return self.periods[-1]

    @property
    def drawing(self) -> SafeString:
        return mark_safe(spark(self.values, self.told))  # noqa: S308 - made from escaped text


def trails(ends: Iterable[End], day: date, language: str) -> dict[End, Trail]:
    """As known on the day, up to twelve periods of each series. One query, whatever their number.

    Args:
        ends: codes of series, each with the period that its trail leads to. Left out is what has no value before it.
    """
    wanted = {end: _window(parse_period(end[1])) for end in ends}
    if not wanted:
        return {}
    stated = _stated(wanted, day)
    found = {end: _trail(stated.get(end[0], {}), window, language) for end, window in wanted.items()}
    return {end: trail for end, trail in found.items() if trail}


def _window(end: Period) -> tuple[date, date]:
    """From the start of the first period to that of the last."""
    if end.frequency not in MONTHS:
        return end.start - timedelta(days=DAYS), end.start
    months = end.start.year * 12 + end.start.month - 1 - MONTHS[end.frequency] * (PERIODS - 1)
    return date(max(months // 12, 1), months % 12 + 1, 1), end.start


def _stated(wanted: Mapping[End, tuple[date, date]], day: date) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The newest statement about each period in these windows, by series."""
    windows: dict[tuple[date, date], set[str]] = {}
    for (code, _period), window in wanted.items():
        windows.setdefault(window, set()).add(code)
    asked = Q(pk__in=())
    for window, codes in windows.items():
        asked |= Q(observation__series__code__in=codes, observation__period_start__range=window)
    rows = Vintage.objects.filter(asked).stated_by(day)
    in_time = rows.order_by("observation__period_start", "stated_on", "recorded_at", "pk")
    found: dict[str, dict[str, tuple[Any, ...]]] = {}
    named = (f"observation__{name}" for name in COLUMNS)
    for code, period, *statement in in_time.values_list(*named, "value", "low", "high", "unit_mult"):
        found.setdefault(code, {})[period] = tuple(statement)
    return found


def _trail(stated: Mapping[str, tuple[Any, ...]], window: tuple[date, date], language: str) -> Trail | None:
    inside = [each for each in stated if window[0] <= parse_period(each).start <= window[1]]
    known = [each for each in inside if _middle(stated[each]) is not None]
    if len(known) < 2:
        return None
    periods = with_gaps(inside[inside.index(known[0]) :], PERIODS)
    told = {
        "first": _printed(stated[known[0]], language),
        "start": known[0],
        "last": _printed(stated[known[-1]], language),
        "end": known[-1],
    }
    return Trail(
        periods=periods,
        values=[_canonical(stated[each]) if each in stated else None for each in periods],
        source=stated[known[-1]][1],
        told=_("From %(first)s in %(start)s to %(last)s in %(end)s") % told,
    )


def _middle(statement: tuple[Any, ...]) -> Decimal | None:
    _unit, _source, value, low, high, _mult = statement
    return (low + high) / 2 if low is not None and high is not None else value


def _canonical(statement: tuple[Any, ...]) -> Decimal | None:
    middle = _middle(statement)
    return None if middle is None else scaled(middle, statement[-1])


def _printed(statement: tuple[Any, ...], language: str) -> str:
    middle = _middle(statement)
    return printed(middle, statement[-1], "", statement[0], language) if middle is not None else ""
