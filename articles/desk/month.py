"""A month as weeks of days, for the calendar. Pure."""

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

WRITTEN = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Day:
    """One cell: the day, whether it belongs to the month, and what happens on it."""

    date: date
    inside: bool
    today: bool
    events: list[Any]


@dataclass(frozen=True, slots=True)
class Month:
    """Whole weeks from Monday to Sunday that cover a month."""

    first: date
    weeks: list[list[Day]]

    @property
    def previous(self) -> str:
        return (self.first - timedelta(days=1)).strftime("%Y-%m")

    @property
    def next(self) -> str:
        return (self.first + timedelta(days=31)).strftime("%Y-%m")


def first_day(text: str, today: date) -> date:
    """The first day of the month written as 2026-11; of this month if nothing is written.

    Raises:
        ValueError: it is no month of this century.
    """
    if not text:
        return today.replace(day=1)
    if not (found := WRITTEN.fullmatch(text)):
        raise ValueError(text)
    return date(int(found["year"]), int(found["month"]), 1)


def span(first: date) -> tuple[date, date]:
    """The first and the last day that the calendar of a month shows."""
    days = list(Calendar().itermonthdates(first.year, first.month))
    return days[0], days[-1]


def month_of(first: date, today: date, events: list[Any]) -> Month:
    """The month with its events; each has a `day`."""
    on: dict[date, list[Any]] = {}
    for event in events:
        on.setdefault(event.day, []).append(event)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        [
            [Day(day, day.month == first.month, day == today, on.get(day, [])) for day in week]
            for week in weeks
        ],
    )
