"""Which observations a request asks for: filters, orderings, and the one query that reads a page with its vintages."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Cast

from indicators.catalogue.api import OfSourceFilter
from indicators.catalogue.models import Series
from indicators.observations.models import Observation, Vintage
from indicators.observations.periods import Period, parse_period
from indicators.observations.telling import Facts
from taxonomy.asking.cursors import Key, Ordering
from taxonomy.asking.filters import AskedFilters, OneOfFilter, TextFilter

ORDERINGS: dict[str, Ordering] = {
    "series": (Key("series__code"), Key("period_start"), Key("id")),
    "-series": (Key("series__code", True), Key("period_start", True), Key("id", True)),
    "period": (Key("period_start"), Key("series__code"), Key("id")),
    "-period": (Key("period_start", True), Key("series__code"), Key("id")),
}
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
    series = TextFilter("series__code", help_text="The code of a series: NEV_PROD.CHN.A.NBS.")
    indicator = TextFilter("series__indicator__code", help_text="The code of an indicator: NEV_PROD.")
    area = TextFilter("series__area__code", help_text="The code of an area: CHN.")
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


COLUMNS: tuple[Any, ...] = (
    *("observation_id", "observation__series_id", "observation__period", "observation__period_start"),
    *(_text("value"), _text("low"), _text("high")),
    *("qualifier", "unit_mult", "decimals", "status", "stated_on", "recorded_at"),
    *("change_kind", "reason", "note", "release__slug"),
)
FACTS = (
    *("code", "indicator__code", "area__code", "source__slug", "frequency", "unit__code", "unit__factor"),
    "unit__dimension",
)


def vintages_of(observations: QuerySet[Any], ordering: Ordering, day: date) -> QuerySet[Any]:
    """One query: all vintages stated by the day of these observations, in the order of the list.

    The rows are tuples in the order of `telling.Line`. Few tables are joined, so that PostgreSQL starts from the page.
    """
    known = Vintage.objects.filter(observation__in=observations.values("pk"), stated_on__lte=day)
    order = [F(f"observation__{key.column}") for key in ordering]
    sorted_by = [by.desc() if key.descending else by.asc() for by, key in zip(order, ordering, strict=True)]
    rows: QuerySet[Any] = known.order_by(*sorted_by, "stated_on", "recorded_at", "id").values_list(*COLUMNS)
    return rows


def catalogue_of(lines: Iterable[tuple[Any, ...]]) -> dict[int, Facts]:
    """One query: what the series of these rows are."""
    ids = {line[1] for line in lines}
    found = Series.objects.filter(pk__in=ids).values_list("pk", *FACTS)
    return {pk: Facts(*facts) for pk, *facts in found}


def place_of(line: tuple[Any, ...], ordering: Ordering, catalogue: Mapping[int, Facts]) -> tuple[Any, ...]:
    """Where an observation stands in the list."""
    named = {"series__code": catalogue[line[1]].series, "period_start": line[3], "id": line[0]}
    return tuple(named[key.column] for key in ordering)
