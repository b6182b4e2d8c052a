"""Declared errors as the API tells them: plain data, as known on a day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from indicators.fields import printed
from indicators.observations.models import Vintage
from indicators.upstream_errors.models import UpstreamError

type Told = tuple[date, dict[str, Any]]


def declared_errors(observations: Sequence[int], day: date | None) -> dict[int, list[Told]]:
    """What had been declared of these observations by a day, or ever: the oldest first, each with the day from
    which on it reads so. One query, none without observations.
    """
    if not observations:
        return {}
    rows = UpstreamError.objects.filter(observation__in=observations).order_by("declared_on", "pk")
    if day is not None:
        rows = rows.filter(declared_on__lte=day)
    found: defaultdict[int, list[Told]] = defaultdict(list)
    for row in rows.select_related("expect__release"):
        told = _told(row, day or date.max)
        days = (row.declared_on, row.informed_on, row.confirmed_on, row.closed_on)
        since = max(each for each in days if each is not None and (day is None or each <= day))
        found[row.observation_id].append((since, told))
    return found


def _told(error: UpstreamError, day: date) -> dict[str, Any]:
    return {
        "declared_on": error.declared_on,
        "status": error.status_on(day),
        "reason": error.reason,
        **_statement(error),
        "expect": {
            **_statement(error.expect),
            "stated_on": error.expect.stated_on,
            "release": error.expect.release.slug,
        },
        "informed_on": _by(error.informed_on, day),
        "closed_on": _by(error.closed_on, day),
    }


def _by(when: date | None, day: date) -> date | None:
    return when if when is not None and when <= day else None


def _statement(row: UpstreamError | Vintage) -> dict[str, Any]:
    numbers: dict[str, Any] = {"value": row.value, "low": row.low, "high": row.high}
    told = {name: None if number is None else printed(number) for name, number in numbers.items()}
    return {
        **told,
        "qualifier": row.qualifier,
        "unit_mult": row.unit_mult,
        "decimals": row.decimals,
    }
