"""What an observation says is told when it is recorded; nothing that has changed since is ever told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import Observation, Telling, Vintage
from indicators.observations.asking import told_from_vintages
from indicators.observations.forgetting import CAUSES, forget_on_change
from indicators.observations.tellings import tell_again, tell_all_again
from indicators.signals import catalogue_changed
from taxonomy.asking.markers import tokens
from tests.integration.indicators.builders import NOW, a_vintage, an_observation, stated

pytestmark = pytest.mark.django_db
LATER = date(2024, 10, 2)


def answer(**parameters: str) -> Any:
    return Client().get("/api/v1/observations/", parameters).json()["results"]


def change_source(observation: Observation) -> None:
    type(observation.series.source).objects.update(slug="renamed")


def change_area(observation: Observation) -> None:
    type(observation.series.area).objects.filter(code="CHN").update(code="CHX")


def change_indicator(observation: Observation) -> None:
    type(observation.series.indicator).objects.update(code="RENAMED")


def change_unit(observation: Observation) -> None:
    type(observation.series.unit).objects.filter(code="vehicle").update(factor="2")


def change_series(observation: Observation) -> None:
    type(observation.series).objects.update(code="RENAMED.CHN.A.X")


def change_release(observation: Observation) -> None:
    vintage = Vintage.objects.get()
    type(vintage.release).objects.update(slug="renamed")


def change_period(observation: Observation) -> None:
    observation.period = "2022"
    observation.save()


CHANGES: dict[str, tuple[Callable[[Observation], None], str, str]] = {
    "source": (change_source, "source", "renamed"),
    "area": (change_area, "area", "CHX"),
    "indicator": (change_indicator, "indicator", "RENAMED"),
    "unit": (change_unit, "canonical", "18886000"),
    "series": (change_series, "series", "RENAMED.CHN.A.X"),
    "release": (change_release, "release", "renamed"),
    "period": (change_period, "period", "2022"),
}


def test_recording_tells_what_the_vintages_say() -> None:
    observation = an_observation()
    stated(observation)
    stated(observation, "9.5", stated_on=LATER, change_kind="revision")
    telling = Telling.objects.get()
    assert telling.known_from == LATER
    assert telling.text == told_from_vintages([observation.pk])[observation.pk][1]
    assert answer() == [orjson.loads(telling.text)]


def test_a_page_that_is_told_costs_two_queries_and_one_that_is_not_costs_three() -> None:
    stated(an_observation())
    with CaptureQueriesContext(connection) as told:
        first = answer()
    Telling.objects.all().delete()
    with CaptureQueriesContext(connection) as untold:
        assert answer() == first
    assert (len(told), len(untold)) == (2, 3)


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_name_is_never_told_as_it_was(name: str) -> None:
    change, member, value = CHANGES[name]
    observation = an_observation()
    stated(observation)
    assert answer()[0][member] != value
    change(observation)
    assert not Telling.objects.exists()
    assert answer()[0][member] == value


def test_every_table_that_a_telling_repeats_is_covered() -> None:
    named = {cause.table.removeprefix("indicators_") for cause in CAUSES}
    # What is declared has its tests in `tests/integration/upstream_errors`.
    assert named == CHANGES.keys() - {"period"} | {"observation", "upstreamerror"}


def test_a_change_of_something_else_leaves_it() -> None:
    observation = an_observation()
    stated(observation)
    type(observation.series.source).objects.update(name="Another name")
    assert Telling.objects.count() == 1


def test_a_vintage_that_came_in_bulk_is_told() -> None:
    observation, other = an_observation(), an_observation()
    stated(observation)
    stated(other)
    Vintage.objects.bulk_create([a_vintage(observation, "9.6", stated_on=LATER)])
    assert [telling.observation for telling in Telling.objects.all()] == [other]
    assert {row["value"] for row in answer()} == {"9.443", "9.6"}


def test_the_past_is_told_from_what_was_stated_by_then() -> None:
    observation = an_observation()
    stated(observation)
    stated(observation, "9.5", stated_on=LATER, change_kind="revision")
    assert [row["value"] for row in answer(as_of="2024-05-01")] == ["9.443"]
    assert [len(row["vintages"]) for row in answer(as_of="2024-10-02")] == [2]
    assert answer(as_of="2024-02-28") == []


def test_what_is_the_same_is_not_written_again() -> None:
    observation = an_observation()
    stated(observation)
    assert tell_again([observation.pk]) == 0
    Telling.objects.update(text="{}")
    assert tell_all_again() == 1


def test_recompile_tells_what_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    stated(an_observation())
    Telling.objects.all().delete()
    call_command("recompile")
    assert "Told anew of observations: 1" in capsys.readouterr().out
    assert Telling.objects.count() == 1


def test_news_of_the_catalogue_tells_again() -> None:
    observation = an_observation()
    stated(observation)
    change_source(observation)
    catalogue_changed.send(sender=Observation, series={observation.series_id}, at=NOW)
    assert orjson.loads(Telling.objects.get().text)["source"] == "renamed"


def test_a_telling_renews_no_marker() -> None:
    stated(an_observation())
    before = tokens(["indicators"])
    Telling.objects.all().delete()
    tell_all_again()
    assert tokens(["indicators"]) == before


def test_lost_triggers_are_set_again() -> None:
    observation = an_observation()
    stated(observation)
    where = "" if connection.vendor == "sqlite" else " ON indicators_source"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER source_forgets{where}")
    forget_on_change(apps.get_app_config("indicators"), connection.alias)
    change_source(observation)
    assert not Telling.objects.exists()
