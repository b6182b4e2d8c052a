"""Which observations a request asks for: filters, orderings, and the one query that reads a page with its vintages."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from indicators.catalogue.models import Area, Indicator, Series, Source
from indicators.catalogue.telling import OfSourceFilter
from indicators.observations.models import Observation, Vintage
from indicators.observations.periods import Period, parse_period
from indicators.observations.telling import by_observation
from taxonomy.asking.cursors import Key, Ordering
from taxonomy.asking.filters import AskedFilters, NamedFilter, OneOfFilter

ORDERINGS: dict[str, Ordering] = {
    "series": (Key("series__code"), Key("period_start"), Key("id")),
    "-series": (Key("series__code", True), Key("period_start", True), Key("id", True)),
    "period": (Key("period_start"), Key("series__code"), Key("id")),
    "-period": (Key("period_start", True), Key("series__code"), Key("id")),
}
# An observation, and its vintages from the oldest on: plain tuples, see `telling`.
Told = tuple[tuple[Any, ...], list[tuple[Any, ...]]]
PERIOD = "^[0-9]{4}(-([SQ][1-4]|[0-9]{2}(-[0-9]{2})?))?$"


class PeriodField(forms.CharField):
    def to_python(self, value: Any) -> Period | None:  # type: ignore[override]
        if not value:
            return None
        try:
            if not value.isascii():
                raise ValueError("Write a period in ASCII digits.")
            return parse_period(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class PeriodFilter(django_filters.Filter):
    field_class = PeriodField
    documented: ClassVar[dict[str, Any]] = {"type": "string", "pattern": PERIOD}

    def filter(self, qs: Any, value: Period | None) -> Any:
        return qs if value is None else qs.filter(period=value.code)


class PeriodFromFilter(PeriodFilter):
    def filter(self, qs: Any, value: Period | None) -> Any:
        return qs if value is None else qs.filter(period_start__gte=value.start)


class PeriodToFilter(PeriodFilter):
    def filter(self, qs: Any, value: Period | None) -> Any:
        return qs if value is None else qs.filter(period_end__lte=value.end)


class ObservationFilters(AskedFilters):
    series = NamedFilter(
        "series", of=Series, by="code", help_text="The code of a series: NEV_PROD.CHN.A.NBS."
    )
    indicator = NamedFilter(
        "series__indicator", of=Indicator, by="code", help_text="The code of an indicator: NEV_PROD."
    )
    area = NamedFilter("series__area", of=Area, by="code", help_text="The code of an area: CHN.")
    source = OfSourceFilter("series__source", help_text="The slug of a source, or its code.")
    period = PeriodFilter(help_text="2023, 2023-S1, 2023-Q1, 2023-05 or 2023-05-31.")
    period_from = PeriodFromFilter(help_text="Periods that begin with this one or later.")
    period_to = PeriodToFilter(help_text="Periods that end with this one or earlier.")
    frequency = OneOfFilter(
        "series__frequency", choices=Series.Frequency.choices, help_text="A, S, Q, M or D."
    )


def known_on(day: date) -> QuerySet[Any]:
    """Observations of which something had been stated by that day."""
    stated = Vintage.objects.filter(observation=OuterRef("pk"), stated_on__lte=day)
    found: QuerySet[Any] = Observation.objects.filter(Exists(stated))
    return found


def _text(column: str) -> Cast:
    """A decimal as the text that is stored, without a detour by Decimal."""
    return Cast(column, CharField())


def _looked_up(model: type[Model], key: str, column: str) -> Subquery:
    """A column of a small table by its key. Joins to eight tables take PostgreSQL longer to plan than to run."""
    return Subquery(model._default_manager.filter(pk=OuterRef(key)).order_by().values(column))


PLACE: tuple[Any, ...] = (
    *("id", "period", "period_start", "series__code"),
    _looked_up(Indicator, "series__indicator_id", "code"),
    _looked_up(Area, "series__area_id", "code"),
    _looked_up(Source, "series__source_id", "slug"),
    *("series__frequency", "series__unit__code", _text("series__unit__factor"), "series__unit__dimension"),
)
LINE: tuple[Any, ...] = (
    *("observation_id", _text("value"), _text("low"), _text("high"), "qualifier", "unit_mult", "decimals"),
    *("status", "stated_on", "recorded_at", "change_kind", "reason", "note", "release__slug"),
)


def _listed(ids: Iterable[int]) -> RawSQL:
    """A thousand ids as one parameter: to bind each of them costs more than to find the rows."""
    joined = ",".join(map(str, ids))
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [f"[{joined}]"])
    return RawSQL("SELECT unnest(%s::bigint[])", ["{" + joined + "}"])


def rows_of(observations: QuerySet[Any], day: date, *, backwards: bool = False) -> list[Told]:
    """Observations with all their vintages stated by the day, in two queries that each touch few rows.

    One joined query reads the same in one go, but its order and its joins cost PostgreSQL twice as much.
    """
    places = list(observations.values_list(*PLACE))
    if backwards:
        places.reverse()
    known = Vintage.objects.filter(
        observation_id__in=_listed(place[0] for place in places), stated_on__lte=day
    )
    lines = known.order_by("observation_id", "stated_on", "recorded_at", "id").values_list(*LINE)
    groups = by_observation(lines)
    return [(place, groups[place[0]]) for place in places]


def place_of(place: tuple[Any, ...], ordering: Ordering) -> tuple[Any, ...]:
    """Where an observation stands in the list."""
    named = {"series__code": place[3], "period_start": place[2], "id": place[0]}
    return tuple(named[key.column] for key in ordering)
