"""Hold what is measured while statements about it are recorded or compared: one of both goes first."""

from typing import Any

from django.db.models import QuerySet

from indicators.catalogue.models import Indicator


def hold_indicators_of(series: QuerySet[Any]) -> None:
    """Lock the indicators of these series until the transaction ends, always in the same order.

    On PostgreSQL a publication that compares figures and a recording that changes them would otherwise not see
    each other, and the edition would stay stale. SQLite has one writer at a time and needs no lock.
    """
    held = Indicator.objects.filter(pk__in=series.values("indicator")).order_by("pk")
    list(held.select_for_update(no_key=True).values_list("pk", flat=True))
