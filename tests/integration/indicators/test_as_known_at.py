"""Which vintage was known on a day: laws of `as_known_at`."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.observations.models import Observation, Vintage
from tests.integration.indicators.builders import NOW, a_release, a_series, a_vintage, an_observation

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2024, 1, 1)
DAYS = st.integers(0, 12).map(lambda n: FIRST_DAY + timedelta(days=n))
MOMENTS = st.integers(0, 3).map(lambda n: NOW + timedelta(hours=n))
STATEMENTS = st.lists(st.tuples(DAYS, MOMENTS), min_size=1, max_size=8)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def record(statements: list[tuple[date, datetime]]) -> list[Vintage]:
    observation = an_observation()
    source = observation.series.source
    rows = [
        a_vintage(observation, str(n), release=a_release(source), stated_on=day, recorded_at=moment)
        for n, (day, moment) in enumerate(statements)
    ]
    return Vintage.objects.bulk_create(rows)


@few
@given(statements=STATEMENTS, day=DAYS)
def test_the_newest_by_day_stated_then_moment_recorded(statements: Any, day: date) -> None:
    vintages = record(statements)
    known = [v for v in vintages if v.stated_on <= day]
    expected = max(known, key=lambda v: (v.stated_on, v.recorded_at, v.pk), default=None)
    assert vintages[0].observation.vintages.as_known_at(day).first() == expected


@few
@given(statements=STATEMENTS, day=DAYS, later=st.integers(0, 12))
def test_knowledge_only_grows(statements: Any, day: date, later: int) -> None:
    mine = record(statements)[0].observation.vintages
    before, after = mine.as_known_at(day).first(), mine.as_known_at(day + timedelta(days=later)).first()
    assert before is None or (after is not None and after.stated_on >= before.stated_on)
    assert set(mine.stated_by(day)) <= set(mine.stated_by(day + timedelta(days=later)))


@few
@given(statements=STATEMENTS, extra=st.tuples(DAYS, MOMENTS))
def test_what_is_stated_later_changes_no_earlier_day(statements: Any, extra: Any) -> None:
    vintages = record(statements)
    observation, (stated_on, moment) = vintages[0].observation, extra
    days = [FIRST_DAY + timedelta(days=n) for n in range(13) if FIRST_DAY + timedelta(days=n) < stated_on]
    before = [observation.vintages.as_known_at(day).first() for day in days]
    release = a_release(observation.series.source)
    Vintage.objects.bulk_create(
        [a_vintage(observation, "99", release=release, stated_on=stated_on, recorded_at=moment)]
    )
    assert [observation.vintages.as_known_at(day).first() for day in days] == before


@few
@given(many=st.lists(STATEMENTS, min_size=1, max_size=3), day=DAYS)
def test_at_most_one_vintage_an_observation(many: Any, day: date) -> None:
    observations = [record(statements)[0].observation for statements in many]
    known = list(Vintage.objects.filter(observation__in=observations).as_known_at(day))
    assert len({v.observation_id for v in known}) == len(known)
    knowable = [o for o in observations if o.vintages.stated_by(day).exists()]
    assert {v.observation_id for v in known} == {o.pk for o in knowable}


def test_a_day_ends_at_midnight_of_the_site() -> None:
    vintage = record([(date(2024, 2, 29), NOW)])[0]
    mine = vintage.observation.vintages
    late_in_utc = datetime(2024, 2, 28, 19, 30, tzinfo=UTC)  # 2024-02-29 00:30 in Karachi
    assert mine.as_known_at(late_in_utc).get() == vintage
    assert not mine.as_known_at(late_in_utc - timedelta(hours=1)).exists()


def test_the_question_is_one_query(django_assert_num_queries: Any) -> None:
    series = a_series()
    observations = [Observation.objects.create(series=series, period=str(year)) for year in range(2000, 2020)]
    release = a_release(series.source)
    Vintage.objects.bulk_create([a_vintage(o, "1", release=release) for o in observations])
    with django_assert_num_queries(1):
        known = list(Vintage.objects.filter(observation__series=series).as_known_at(NOW).with_catalogue())
        assert {v.observation.series.source.code for v in known} == {series.source.code}
    assert len(known) == 20
