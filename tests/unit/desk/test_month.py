"""The calendar's weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.month import first_day, month_of, span

MONTHS = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(lambda day: day.replace(day=1))


@dataclass
class Something:
    day: date


@given(MONTHS)
def test_a_month_is_whole_weeks_without_a_gap(first: date) -> None:
    days = [day.date for week in month_of(first, first, []).weeks for day in week]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert (days[0].weekday(), days[-1].weekday()) == (0, 6)
    assert (days[0], days[-1]) == span(first)


@given(MONTHS, st.integers(0, 41))
def test_an_event_stands_on_its_day_once(first: date, offset: int) -> None:
    start, end = span(first)
    event = Something(min(start + timedelta(days=offset), end))
    cells = [day for week in month_of(first, first, [event]).weeks for day in week if day.events]
    assert [cell.date for cell in cells] == [event.day]


@given(MONTHS)
def test_the_next_month_of_the_month_before_is_this_one(first: date) -> None:
    before = first_day(month_of(first, first, []).previous + "", first) if first.year > 2000 else first
    assert before == first or month_of(before, first, []).next == first.strftime("%Y-%m")


@pytest.mark.parametrize(
    "written", ["2026-13", "2026-1", "26-01", "1026-01", "2026-01-01", "soon", "2026-00"]
)
def test_what_is_no_month_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        first_day(written, date(2026, 11, 23))


def test_nothing_written_is_this_month() -> None:
    assert first_day("", date(2026, 11, 23)) == date(2026, 11, 1)
