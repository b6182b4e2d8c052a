"""Errors that we declared of the figures of some series, as known on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from indicators.catalogue.models import Series
from indicators.upstream_errors.models import UpstreamError
from indicators.upstream_errors.wording import STATUSES, right_in_words

ERRORS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Declared:
    """One error: what the source states, what we hold to be right, and what has become of it by the day."""

    error: UpstreamError
    series: Series
    right: str
    status: str
    informed_on: date | None
    closed_on: date | None


def with_disputed(series: Any) -> Any:
    """Series with a flag where an error was ever declared: only for those it is asked which."""
    declared = UpstreamError.objects.filter(observation__series=OuterRef("pk"))
    return series.annotate(disputed=Exists(declared))


def errors_of(series: Iterable[Any], day: date, language: str) -> list[Declared]:
    """Those declared by a day, the newest first: one query, none where the flag of `with_disputed` is not set."""
    known = {each.pk: each for each in series if each.disputed}
    if not known:
        return []
    rows = UpstreamError.objects.declared_by_day(day).filter(observation__series__in=list(known))
    rows = rows.select_related("observation", "expect__release")[:ERRORS_SHOWN]
    return [_declared(row, known[row.observation.series_id], day, language) for row in rows]


def _declared(row: UpstreamError, series: Series, day: date, language: str) -> Declared:
    row.observation.series = series
    row.expect.observation = row.observation
    return Declared(
        error=row,
        series=series,
        right=right_in_words(row, language),
        status=str(STATUSES[row.status_on(day)]),
        informed_on=row.informed_on if row.informed_on and row.informed_on <= day else None,
        closed_on=row.closed_on if row.closed_on and row.closed_on <= day else None,
    )
