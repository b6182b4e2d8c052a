"""Days relative to today: filters that stay right when they are kept. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None


def span_of(name: str, today: date) -> Span | None:
    """The days that a name means today; None if there is no such name.

    Args:
        name: today, last-7, last-30, last-365, this-month, this-year, older-30, older-365, overdue, next-7, next-30.
        today: the day in the site's time zone.
    """
    if name in {"today", "this-month", "this-year", "overdue"}:
        first = {
            "today": today,
            "this-month": today.replace(day=1),
            "this-year": today.replace(month=1, day=1),
        }.get(name)
        return Span(first, today) if first else Span(None, today - timedelta(days=1))
    way, _, number = name.partition("-")
    if number not in {"7", "30", "365"}:
        return None
    days = timedelta(days=int(number))
    spans = {
        "last": Span(today - days + timedelta(days=1), today),
        "older": Span(None, today - days),
        "next": Span(today, today + days),
    }
    return spans.get(way)
