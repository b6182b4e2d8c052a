"""A declared error ends when its source states something else, in the transaction that records it; the log says so."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from indicators.importing.applying import apply_import
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from indicators.upstream_errors.declaring import inform, look, record_reply, reject
from indicators.upstream_errors.guarding import guard
from indicators.upstream_errors.models import UpstreamError, UpstreamErrorEvent
from tests.integration.upstream_errors.builders import MARCH_10, declared, the_statement
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_release, a_series, an_editor, an_import, stated

pytestmark = pytest.mark.django_db


def again(value: str | None, on: date = MARCH_10, *, unit_mult: int = 6, **fields: str) -> UpstreamError:
    stated(a_series(), "2024", value, on, unit_mult=unit_mult, at=MARCH, **fields)
    found: UpstreamError = UpstreamError.objects.get()
    return found


@pytest.mark.parametrize(
    ("value", "unit_mult", "outcome"),
    [
        ("9.543", 6, "fixed"),
        ("9543", 3, "fixed"),
        ("9.54", 6, "fixed"),
        ("9.5434", 6, "fixed"),
        ("9.55", 6, "changed"),
        ("9.544", 6, "changed"),
    ],
)
def test_what_the_source_states_instead_closes_it(value: str, unit_mult: int, outcome: str) -> None:
    declared(the_statement())
    error = again(value, unit_mult=unit_mult)
    assert (error.outcome, error.closed_on) == (outcome, MARCH_10)
    assert error.closing == Vintage.objects.latest("pk")
    event = error.events.get(verb="guard")
    assert (event.verb, event.at, event.by, event.detail) == ("guard", MARCH, None, {"outcome": outcome})
    assert list(UpstreamError.objects.to_look_at()) == [error]


@pytest.mark.parametrize(("value", "unit_mult"), [("9.443", 6), ("9443.0", 3)])
def test_the_same_stated_again_leaves_it_open(value: str, unit_mult: int) -> None:
    declared(the_statement())
    error = again(value, unit_mult=unit_mult)
    assert (error.closed_on, error.outcome, error.closing) == (None, "", None)


def test_an_older_statement_that_comes_late_leaves_it_open() -> None:
    declared(the_statement())
    assert again("9.1", date(2025, 1, 2), change_kind="first").closed_on is None


def test_a_withdrawn_statement_is_no_fix() -> None:
    declared(the_statement())
    assert again(None, change_kind="withdrawal").outcome == "changed"


def test_a_statement_from_before_the_declaration_ends_it_as_if_it_had_never_held() -> None:
    error = declared(the_statement())
    closed = again("9.5", date(2025, 1, 20))
    assert closed.closed_on == error.declared_on
    assert not UpstreamError.objects.in_force_on(error.declared_on).exists()


def test_it_is_closed_with_the_recording_or_not_at_all() -> None:
    declared(the_statement())
    row = Vintage(observation=Observation.objects.get(), release=a_release(), value="9.6", unit_mult=6)
    row.stated_on, row.change_kind = date(2030, 1, 1), "revision"
    with pytest.raises(ValidationError):
        record_vintages([row], at=MARCH)
    assert UpstreamError.objects.open().count() == 1
    with transaction.atomic():
        assert again("9.6").closed_on is not None
        transaction.set_rollback(True)
    assert UpstreamError.objects.open().count() == 1
    assert UpstreamErrorEvent.objects.count() == 1


def test_a_file_closes_it_too() -> None:
    declared(the_statement())
    text = "series,period,value,unit_mult\nCARS.CHN.A.STAT,2024,9.543,6\n"
    file = an_import(text, release=a_release(a_series().source, MARCH_10))
    apply_import(file, by=None, at=MARCH, confirmed=True)
    assert UpstreamError.objects.get().outcome == "fixed"


def test_a_hundred_thousand_statements_ask_few_questions() -> None:
    error = declared(the_statement())
    with CaptureQueriesContext(connection) as asked:
        assert guard(range(error.observation_id + 1, error.observation_id + 100_000), at=MARCH) == 0
    assert len(asked) <= 20


def test_one_is_open_at_a_time_and_another_may_follow() -> None:
    expect = the_statement()
    first = declared(expect)
    with pytest.raises(ValidationError, match="declared already"):
        declared(expect, "9.6")
    copy = UpstreamError.objects.get(pk=first.pk)
    copy.pk, copy._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)
    reject(first, reason="They showed us the table.", by=None, at=MARCH)
    assert declared(expect, "9.6", at=MARCH).closed_on is None
    assert UpstreamError.objects.count() == 2


def test_what_makes_no_sense_is_refused() -> None:
    expect = the_statement()
    with pytest.raises(ValidationError, match="That is what the source states"):
        declared(expect, "9.4430")
    with pytest.raises(ValidationError, match="has not come yet"):
        declared(expect, informed_on=MARCH_10, at=JANUARY)
    stated(a_series(), "2024", "9.5", MARCH_10, at=MARCH)
    with pytest.raises(ValidationError, match="something else meanwhile"):
        declared(expect, at=MARCH)
    assert not UpstreamError.objects.exists()


def test_what_follows_is_added_and_logged() -> None:
    person = an_editor()
    error = declared(the_statement(), by=person)
    inform(error, on=FEBRUARY.date(), by=person, at=FEBRUARY)
    record_reply(error, reply="We shall look.", confirms=False, by=person, at=FEBRUARY)
    assert UpstreamError.objects.get().status_on(MARCH_10) == "open"
    record_reply(error, reply="You are right.", confirms=True, by=person, at=MARCH)
    kept = UpstreamError.objects.get()
    assert [kept.status_on(day) for day in (FEBRUARY.date(), MARCH.date())] == ["open", "confirmed"]
    look(kept, by=person, at=MARCH)
    assert [event.verb for event in kept.events.all()] == ["reply", "reply", "inform", "declare"]
    again("9.543")
    for _twice in range(2):
        look(kept, by=person, at=MARCH)
    assert kept.events.filter(verb="look").count() == 1
    assert not UpstreamError.objects.to_look_at().exists()
    with pytest.raises(ValidationError, match="closed already"):
        inform(kept, on=MARCH_10, by=person, at=MARCH)


def test_the_database_keeps_it_as_it_was_declared() -> None:
    error = declared(the_statement())
    other = stated(a_series("STEEL"), "2024", "5")
    rows = UpstreamError.objects.filter(pk=error.pk)
    changes: list[dict[str, Any]] = [
        {"value": "9.6"},
        {"reason": "Another"},
        {"expect": other},
        {"declared_on": MARCH_10},
    ]
    wrong: list[dict[str, Any]] = [
        {"closed_on": MARCH_10},
        {"outcome": "fixed"},
        {"closed_on": date(2025, 1, 1), "outcome": "fixed"},
    ]
    for change in [*changes, *wrong]:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    rows.update(closed_on=MARCH_10, outcome="rejected")
    reopened: list[dict[str, Any]] = [{"closed_on": None, "outcome": ""}, {"outcome": "fixed"}]
    for change in reopened:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    for statement in ("indicators_upstreamerrorevent", "indicators_upstreamerror"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {statement}")
    with pytest.raises(IntegrityError), transaction.atomic():
        UpstreamErrorEvent.objects.update(verb="look")
    with pytest.raises(IntegrityError), transaction.atomic():
        UpstreamError.objects.create(
            observation=error.observation, expect=other, value="1", reason="x", declared_on=MARCH_10
        )
    with pytest.raises(ValidationError):
        UpstreamError.objects.get().delete()
    with pytest.raises(ValidationError):
        rows.delete()


def test_a_fixture_closes_it_too(tmp_path: Path) -> None:
    declared(the_statement())
    vintage = {
        "observation": ["CARS.CHN.A.STAT", "2024"],
        "release": [a_release(a_series().source, MARCH_10).slug],
        "value": "9.543",
        "unit_mult": 6,
        "decimals": 3,
        "stated_on": "2025-03-10",
        "change_kind": "revision",
    }
    file = tmp_path / "more.json"
    file.write_text(json.dumps([{"model": "indicators.vintage", "fields": vintage}]))
    call_command("loaddata", file, verbosity=0)
    assert UpstreamError.objects.get().outcome == "fixed"
