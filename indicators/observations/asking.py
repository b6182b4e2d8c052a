"""Which observations a request asks for: filters, orderings, and the one query that reads a page with its vintages."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Case, CharField, Exists, Model, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from indicators.catalogue.models import Area, Indicator, Series, Source
from indicators.catalogue.telling import OfSourceFilter
from indicators.observations.models import Observation, Vintage
from indicators.observations.periods import Period, parse_period
from indicators.observations.telling import by_observation, tell
from indicators.upstream_errors.models import UpstreamError
from indicators.upstream_errors.telling import declared_errors
from taxonomy.asking.cursors import Key, Ordering
from taxonomy.asking.filters import AskedFilters, NamedFilter, OneOfFilter
from taxonomy.asking.rendering import dump

ORDERINGS: dict[str, Ordering] = {
    "series": (Key("series__code"), Key("period_start"), Key("id")),
    "-series": (Key("series__code", True), Key("period_start", True), Key("id", True)),
    "period": (Key("period_start"), Key("series__code"), Key("id")),
    "-period": (Key("period_start", True), Key("series__code"), Key("id")),
}
PERIOD = "^[0-9]{4}(-([SQ][1-4]|[0-9]{2}(-[0-9]{2})?))?$"


class Told(NamedTuple):
    """An observation as JSON, and what orders it."""

    id: int
    period_start: date
    series: str
    text: str

    def place(self, ordering: Ordering) -> tuple[Any, ...]:
        """Where it stands in the list."""
        named = {"series__code": self.series, "period_start": self.period_start, "id": self.id}
        return tuple(named[key.column] for key in ordering)


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
    found: QuerySet[Any] = Observation.objects.filter(Q(telling__known_from__lte=day) | Exists(stated))
    return found


def _text(column: str) -> Cast:
    """A decimal as the text that is stored, without a detour by Decimal."""
    return Cast(column, CharField())


def _looked_up(model: type[Model], key: str, column: str) -> Subquery:
    """A column of a small table by its key. Joins to eight tables take PostgreSQL longer to plan than to run."""
    return Subquery(model._default_manager.filter(pk=OuterRef(key)).order_by().values(column))


SERIES = "observation__series__"
PLACE: tuple[Any, ...] = (
    *("observation__period", f"{SERIES}code"),
    _looked_up(Indicator, f"{SERIES}indicator_id", "code"),
    _looked_up(Area, f"{SERIES}area_id", "code"),
    _looked_up(Source, f"{SERIES}source_id", "slug"),
    *(
        f"{SERIES}frequency",
        f"{SERIES}unit__code",
        _text(f"{SERIES}unit__factor"),
        f"{SERIES}unit__dimension",
    ),
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


def told_from_vintages(observations: Iterable[int], day: date | None = None) -> dict[int, tuple[date, str]]:
    """Each observation as JSON from its vintages and what we declared of them, by a day or all, and since when."""
    known = Vintage.objects.filter(observation_id__in=_listed(observations))
    if day is not None:
        known = known.filter(stated_on__lte=day)
    # Whether anything is declared of it: the last column, so that a question more is asked only where it is.
    disputed = Exists(UpstreamError.objects.filter(observation=OuterRef("observation")))
    lines = known.order_by("observation_id", "stated_on", "recorded_at", "id")
    groups = by_observation(lines.values_list(*LINE, *PLACE, disputed))
    declared = declared_errors([key for key, group in groups.items() if group[0][-1]], day)
    width = len(LINE)
    told = {}
    for key, group in groups.items():
        errors = declared.get(key, [])
        since = max([group[-1][8], *(since for since, _told in errors)])
        row = tell(group[0][width:-1], [line[:width] for line in group], [each for _since, each in errors])
        told[key] = (since, dump(row).decode())
    return told


def rows_of(observations: QuerySet[Any], day: date) -> list[Told]:
    """Observations with all their vintages stated by the day.

    One query reads what was told when it was recorded. Where more has been stated since the day, or nothing is
    told yet, a second one reads the vintages, and a third one what is declared of them, if anything is.
    """
    fresh = Case(When(telling__known_from__lte=day, then="telling__text"))
    found = list(observations.values_list("id", "period_start", "series__code", fresh))
    missing = [row[0] for row in found if row[3] is None]
    others = told_from_vintages(missing, day) if missing else {}
    return [Told(row[0], row[1], row[2], row[3] or others[row[0]][1]) for row in found]
