"""Relative days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.listing.spans import Span, span_of

DAYS = st.dates(date(2001, 1, 1), date(2090, 1, 1))


@given(DAYS)
def test_the_last_seven_days_end_today_and_are_seven(today: date) -> None:
    span = span_of("last-7", today)
    assert span is not None
    assert span.first is not None
    assert span.last == today
    assert (today - span.first).days == 6


@given(DAYS)
def test_the_last_thirty_days_and_older_than_thirty_leave_no_day_out(today: date) -> None:
    recent, old = span_of("last-30", today), span_of("older-30", today)
    assert recent is not None
    assert recent.first is not None
    assert old == Span(None, recent.first - timedelta(days=1))


@pytest.mark.parametrize("name", ["", "soon", "last-9", "last-", "next-1e9", "older", "today-7"])
def test_what_is_no_span_is_none(name: str) -> None:
    assert span_of(name, date(2026, 11, 23)) is None


def test_overdue_ends_yesterday() -> None:
    assert span_of("overdue", date(2026, 3, 1)) == Span(None, date(2026, 2, 28))
