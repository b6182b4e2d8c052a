"""Invariants 2 to 4 of keywords, catalogue and observations, each refused by the database itself."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from indicators.catalogue.models import Area, Indicator, Release, Series, Unit
from indicators.observations.models import Observation, Vintage
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, KeywordMatch
from tests.integration.indicators.builders import (
    NOW,
    a_release,
    a_series,
    a_source,
    a_vintage,
    an_observation,
    stated,
)
from tests.integration.taxonomy.builders import a_keyword, a_label

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def raw(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


class TestBroader:
    def test_no_keyword_is_its_own_broader(self) -> None:
        one = a_keyword("one")
        refused(lambda: Keyword.objects.filter(pk=one.pk).update(parent=one))

    @pytest.mark.parametrize("length", [2, 3, 6])
    def test_no_cycle_by_bulk_update(self, length: int) -> None:
        chain = [a_keyword("0")]
        for n in range(1, length):
            chain.append(a_keyword(str(n), parent=chain[-1]))
        refused(lambda: Keyword.objects.filter(pk=chain[0].pk).update(parent=chain[-1]))

    def test_no_cycle_by_save_bulk_update_or_raw_sql(self) -> None:
        top = a_keyword("top")
        below = a_keyword("below", parent=top)
        top.parent = below
        refused(top.save)
        refused(lambda: Keyword.objects.bulk_update([top], ["parent"]))
        refused(lambda: raw("UPDATE taxonomy_keyword SET parent_id = %s WHERE id = %s", below.pk, top.pk))

    def test_no_cycle_by_insertion(self) -> None:
        """As a fixture would: the narrower row first, its broader one after it, foreign keys checked later."""

        def narrower_first() -> None:
            Keyword.objects.create(pk=900_001, name="a", slug="a", parent_id=900_002)
            Keyword.objects.create(pk=900_002, name="b", slug="b", parent_id=900_001)

        refused(narrower_first)

    def test_a_branch_may_move(self) -> None:
        top, other = a_keyword("top"), a_keyword("other")
        branch = a_keyword("branch", parent=top)
        leaf = a_keyword("leaf", parent=branch)
        Keyword.objects.filter(pk=branch.pk).update(parent=other)
        Keyword.objects.filter(pk=top.pk).update(parent=leaf)
        assert [k.name for k in Keyword.objects.descendants(other)] == ["branch", "leaf", "top"]


class TestKeywords:
    def test_a_keyword_does_not_replace_itself(self) -> None:
        one = a_keyword("one", status="deprecated")
        refused(lambda: Keyword.objects.filter(pk=one.pk).update(replaced_by=one))

    def test_a_replaced_keyword_is_deprecated(self) -> None:
        one, other = a_keyword("one"), a_keyword("other")
        refused(lambda: Keyword.objects.filter(pk=one.pk).update(replaced_by=other))

    def test_one_preferred_label_a_language(self) -> None:
        one = a_keyword("China")
        a_label(one, "چین", "ur", "preferred")
        twin = KeywordLabel(keyword=one, text="چائنا", language="ur", role="preferred")
        refused(lambda: KeywordLabel.objects.bulk_create([twin]))

    def test_the_english_preferred_label_is_the_name(self) -> None:
        refused(lambda: a_label(a_keyword("China"), "PRC", "en", "preferred"))

    def test_no_label_match_or_address_twice(self) -> None:
        one, other = a_keyword("China"), a_keyword("Pakistan")
        a_label(one, "PRC")
        refused(lambda: a_label(one, "PRC"))
        KeywordMatch.objects.create(keyword=one, uri="https://www.wikidata.org/entity/Q148")
        refused(lambda: KeywordMatch.objects.create(keyword=one, uri="https://www.wikidata.org/entity/Q148"))
        KeywordAlias.objects.create(keyword=one, slug="prc")
        refused(lambda: KeywordAlias.objects.create(keyword=other, slug="prc"))
        refused(lambda: Keyword.objects.filter(pk=other.pk).update(slug="china"))

    def test_a_broader_term_and_a_replacement_are_not_deleted(self) -> None:
        top = a_keyword("top")
        a_keyword("below", parent=top)
        new = a_keyword("new")
        a_keyword("old", status="deprecated", replaced_by=new)
        for keyword in (top, new):
            with pytest.raises(ProtectedError):
                keyword.delete()

    def test_the_folded_form_follows_on_every_way_in(self) -> None:
        one = a_keyword("  Ｃhîna ")
        label = KeywordLabel.objects.bulk_create([KeywordLabel(keyword=one, text="PÉKIN")])[0]
        one.refresh_from_db()
        label.refresh_from_db()
        assert (one.folded, label.folded) == ("china", "pekin")

    def test_a_name_that_grows_when_folded_still_fits(self) -> None:
        one = a_keyword("ﷺ" * 200, slug="x")
        assert len(one.folded) <= 200


class TestCatalogue:
    def test_codes_and_addresses_are_unique(self) -> None:
        series = a_series()
        source, release = a_source(), a_release(series.source)
        refused(lambda: a_source(slug=source.slug))
        refused(lambda: a_source(code=source.code))
        refused(lambda: a_release(source, slug=release.slug))
        refused(lambda: Unit.objects.create(code="vehicle", name="again", dimension="vehicle"))
        refused(lambda: Area.objects.create(code="CHN", name="again"))
        refused(lambda: Indicator.objects.create(code=series.indicator.code, name="again", unit=series.unit))
        refused(lambda: Series.objects.filter(pk=a_series().pk).update(code=series.code))

    def test_a_series_key_is_unique(self) -> None:
        series = a_series()
        same = {name: getattr(series, name) for name in ("indicator", "area", "unit", "source")}
        refused(lambda: Series.objects.create(code="another-code", **same))

    def test_what_is_stated_keeps_its_catalogue(self) -> None:
        vintage = stated(an_observation())
        series = vintage.observation.series
        rows: list[Any] = [series, series.indicator, series.source, series.area, series.unit, vintage.release]
        for row in [*rows, vintage.observation]:
            with pytest.raises(ProtectedError):
                row.delete()


class TestObservations:
    def test_one_observation_a_period(self) -> None:
        observation = an_observation()
        twin = Observation(series=observation.series, period="2023")
        refused(lambda: Observation.objects.bulk_create([twin]))

    def test_a_period_starts_before_it_ends(self) -> None:
        observation = an_observation()
        late = date(2024, 1, 1)
        refused(lambda: Observation.objects.filter(pk=observation.pk).update(period_start=late))

    @pytest.mark.parametrize(
        ("period", "start", "end"),
        [
            ("2023", date(2023, 1, 1), date(2023, 12, 31)),
            ("2023-S2", date(2023, 7, 1), date(2023, 12, 31)),
            ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
            ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ],
    )
    def test_the_days_of_a_period_follow_from_its_code(self, period: str, start: date, end: date) -> None:
        row = Observation(series=a_series(), period=period)
        stored = Observation.objects.bulk_create([row])[0]
        stored.refresh_from_db()
        assert (stored.period_start, stored.period_end) == (start, end)

    @pytest.mark.parametrize("period", ["2023-13", "2023-S3", "2023-Q5", "23", "2023-02-30", "next year", ""])
    def test_what_is_no_period_is_refused(self, period: str) -> None:
        with pytest.raises(ValidationError):
            an_observation(period)


class TestVintages:
    def test_no_two_of_one_day_and_release(self) -> None:
        first = stated(an_observation())
        twin = a_vintage(first.observation, "9.5", release=first.release)
        refused(lambda: Vintage.objects.bulk_create([twin]))

    @pytest.mark.parametrize(
        "given",
        [
            {"value": None},
            {"value": None, "low": "1"},
            {"value": None, "high": "1"},
            {"value": None, "low": "10", "high": "9"},
            {"low": "9.10", "high": "9.09"},
            {"low": "-1", "high": "-2"},
        ],
    )
    def test_a_value_or_a_reason_and_ranges_run_upwards(self, given: dict[str, Any]) -> None:
        vintage = a_vintage(an_observation(), **given)
        refused(lambda: Vintage.objects.bulk_create([vintage]))

    @pytest.mark.parametrize(
        "given",
        [
            {"value": None, "status": "M"},
            {"value": None, "status": "Q"},
            {"value": None, "change_kind": "withdrawal"},
            {"value": None, "low": "9", "high": "10", "qualifier": "range"},
            {"value": None, "low": "-10", "high": "9.5", "qualifier": "range"},
            {"value": None, "low": "9" * 40, "high": "9" * 40, "qualifier": "range"},
        ],
    )
    def test_what_is_allowed(self, given: dict[str, Any]) -> None:
        Vintage.objects.bulk_create([a_vintage(an_observation(), **given)])

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("value", "9.444"),
            ("value", "9.4430"),
            ("value", None),
            ("low", "1"),
            ("high", "1"),
            ("qualifier", "about"),
            ("unit_mult", 9),
            ("decimals", 1),
            ("status", "P"),
            ("stated_on", date(2024, 3, 1)),
            ("recorded_at", NOW + timedelta(days=1)),
            ("change_kind", "correction"),
            ("reason", "typing error"),
            ("note", "a note"),
        ],
    )
    def test_raw_sql_changes_no_column(self, column: str, value: Any) -> None:
        vintage = stated(an_observation())
        refused(lambda: raw(f"UPDATE indicators_vintage SET {column} = %s WHERE id = %s", value, vintage.pk))

    def test_it_moves_to_no_other_observation_or_release(self) -> None:
        vintage, other = stated(an_observation()), stated(an_observation())
        for column, value in (("observation_id", other.observation_id), ("release_id", other.release_id)):
            refused(
                lambda column=column, value=value: raw(  # type: ignore[misc]
                    f"UPDATE indicators_vintage SET {column} = %s WHERE id = %s", value, vintage.pk
                )
            )

    def test_no_way_of_the_orm_changes_it(self) -> None:
        vintage = stated(an_observation())
        vintage.value = "9.5"
        vintages = Vintage.objects.filter(pk=vintage.pk)
        ways: list[Callable[[], Any]] = [
            vintage.save,
            lambda: vintages.update(value="9.5"),
            lambda: vintages.bulk_update([vintage], ["value"]),
            lambda: Vintage.objects.bulk_update([vintage], ["value"]),
            vintage.delete,
            vintages.delete,
            lambda: vintage.release.vintages.update(value="9.5"),
        ]
        for way in ways:
            with pytest.raises(ValidationError), transaction.atomic():
                way()
        twin = a_vintage(vintage.observation, "9.5", release=vintage.release)
        refused(
            lambda: Vintage.objects.bulk_create(
                [twin],
                update_conflicts=True,
                update_fields=["value"],
                unique_fields=["observation", "stated_on", "release"],
            )
        )
        twin.pk = vintage.pk
        refused(twin.save)
        assert str(Vintage.objects.get().value) == "9.443"

    def test_losing_the_account_that_recorded_it_is_no_change(self, django_user_model: Any) -> None:
        clerk = django_user_model.objects.create_user("clerk")
        vintage = stated(an_observation(), recorded_by=clerk)
        clerk.delete()
        vintage.refresh_from_db()
        assert vintage.recorded_by is None


def test_release_is_required() -> None:
    vintage = a_vintage(an_observation())
    vintage.release = None  # type: ignore[assignment]
    refused(lambda: Vintage.objects.bulk_create([vintage]))


def test_a_release_belongs_to_a_source() -> None:
    refused(lambda: Release.objects.create(slug="r", title="R", published_on=date(2024, 1, 1)))
