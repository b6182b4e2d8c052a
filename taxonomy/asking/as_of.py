"""`?as_of=2024-05-01`: the site as it could be known at the end of that day."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

FORM = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class BadAsOf(ValueError):
    """The parameter is no day, or a day after today. The message is for the person who asked."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that is asked about.

    Attributes:
        day: the calendar day in the site's time zone; vintages stated by then are known.
        moment: the end of that day, but never later than now; editions published by then are known.
        now: the moment of asking.
        given: whether the reader asked for a day (even if it is today).
    """

    day: date
    moment: datetime
    now: datetime
    given: bool

    @property
    def is_past(self) -> bool:
        return self.day < timezone.localdate(self.now)


def read_as_of(text: str | None, *, now: datetime) -> AsOf:
    """Read the parameter; without one, today.

    Raises:
        BadAsOf: not of the form YYYY-MM-DD, no day of the calendar, or after today.
    """
    today = timezone.localdate(now)
    if text is None:
        return AsOf(day=today, moment=now, now=now, given=False)
    try:
        if not FORM.match(text):
            raise ValueError(text)
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadAsOf(_("as_of must be a day such as 2024-05-01.")) from error
    if day > today:
        raise BadAsOf(_("as_of must not be after today, %(today)s.") % {"today": today.isoformat()})
    start_of_next = timezone.make_aware(datetime.combine(day, time.min) + timedelta(days=1))
    return AsOf(day=day, moment=min(start_of_next - timedelta(microseconds=1), now), now=now, given=True)
