"""What a page of lists may depend on: the state of the data, and the next instant at which the clock changes it."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Min, QuerySet, Value
from django.utils import timezone

from articles.editions.models import Edition, Withdrawal
from articles.front_page.models import FrontPage
from taxonomy.asking.models import Marker

type State = tuple[tuple[str, str], ...]

# How far the clock of the database, which says when an article has ended, may be from ours.
CLOCKS_AGREE = timedelta(minutes=1)
SQL = f"SELECT part, token FROM {Marker._meta.db_table} ORDER BY part"  # noqa: S608 - a name of ours


def state_of_site() -> State:
    """The tokens of all parts of the data (see `taxonomy.asking.markers`). One query of a few short rows.

    Read it before anything that is rendered: what is rendered is then never older than the state it is kept under.
    """
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        return tuple(cursor.fetchall())


class Horizon:
    """Until when the clock alone changes nothing, worked out once for each state of the data."""

    def __init__(self) -> None:
        self._known: tuple[State, datetime, datetime] | None = None

    def after(self, state: State, now: datetime) -> datetime:
        """The next instant at which something becomes public, ends or is another day's; `now` if none is certain.

        No query while the state and the answer last, else one on indexes.
        """
        known = self._known
        if known and known[0] == state and known[1] <= now < known[2]:
            return known[2]
        until = min(_edges(now))
        if until <= now:
            return now
        self._known = (state, now, until)
        return until


def _edges(now: datetime) -> list[datetime]:
    # Whether an article has ended is decided by the database's clock: near that instant nothing is certain.
    ends = _first(Edition, "ends_at", now - CLOCKS_AGREE)
    others = [
        _first(Edition, "published_at", now),
        _first(Edition, "superseded_at", now),
        _first(Withdrawal, "at", now),
        _first(FrontPage, "starts_at", now),
        _first(FrontPage, "ends_at", now),
    ]
    firsts = ends.union(*others, all=True).order_by()
    return [_midnight_after(now), *(each for each in firsts if each)]


def _first(model: Any, column: str, after: datetime) -> QuerySet[Any, datetime | None]:
    """The first moment in a column after another; nothing if there is none."""
    later = model.objects.filter(**{f"{column}__gt": after}).order_by().annotate(together=Value(1))
    found: QuerySet[Any, datetime | None] = (
        later.values("together").annotate(first=Min(column)).values_list("first", flat=True)
    )
    return found


def _midnight_after(now: datetime) -> datetime:
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))
