"""What a page of lists may depend on: the state of the data, and the next instant at which the clock changes it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db import connection
from django.db.models import Min
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

        No query while the state and the answer last, else six on indexes.
        """
        known = self._known
        if known and known[0] == state and known[1] <= now < known[2]:
            return known[2]
        until = min(_edges(now))
        if until <= now:
            return now
        self._known = (state, now, until)
        return until


def _edges(now: datetime) -> Iterator[datetime]:
    yield _midnight_after(now)
    # Whether an article has ended is decided by the database's clock: near that instant nothing is certain.
    yield from _first(Edition, "ends_at", now - CLOCKS_AGREE)
    for column in ("published_at", "superseded_at"):
        yield from _first(Edition, column, now)
    yield from _first(Withdrawal, "at", now)
    for column in ("starts_at", "ends_at"):
        yield from _first(FrontPage, column, now)


def _first(
    model: type[Edition] | type[Withdrawal] | type[FrontPage], column: str, after: datetime
) -> Iterator[datetime]:
    found = model.objects.filter(**{f"{column}__gt": after}).aggregate(first=Min(column))["first"]
    if found is not None:
        yield found


def _midnight_after(now: datetime) -> datetime:
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))
