"""Recording a newer vintage on the page of a series: one short form that cannot alter an older one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.catalogue.models import Release, Series
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from indicators.signals import vintages_recorded
from tests.integration.indicators.builders import NOW, a_release, a_series, a_vintage, an_observation, stated

pytestmark = pytest.mark.django_db


@pytest.fixture
def series() -> Series:
    return a_series()


@pytest.fixture
def release(series: Series) -> Release:
    return a_release(series.source, date(2024, 10, 2))


@pytest.fixture
def news() -> Iterator[list[set[int]]]:
    heard: list[set[int]] = []

    def listen(*, observations: set[int], **_more: Any) -> None:
        heard.append(observations)

    vintages_recorded.connect(listen)
    yield heard
    vintages_recorded.disconnect(listen)


def post(client: Client, series: Series, of: Release, /, **given: Any) -> Any:
    filled = {
        "period": "2023",
        "value": "9.500",
        "unit_mult": "6",
        "release": of.pk,
        "stated_on": "",
        "change_kind": "",
        "reason": "",
        "qualifier": "exact",
        "high": "",
        "status": "A",
        "decimals": "",
        "note": "",
        **given,
    }
    address = reverse("admin:indicators_series_record", args=[series.pk])
    return client.post(address, {f"vintage-{name}": value for name, value in filled.items()})


def test_a_newer_vintage_joins_the_older_one(
    admin_client: Client, admin_user: Any, series: Series, release: Release, news: list[set[int]]
) -> None:
    older = stated(an_observation(series=series), "9.443")
    news.clear()
    answer = post(admin_client, series, release, reason="Census")
    assert answer.status_code == 302
    newer = Vintage.objects.exclude(pk=older.pk).get()
    assert str(newer.value) == "9.500"
    assert (newer.decimals, newer.unit_mult, newer.change_kind) == (3, 6, "revision")
    assert (newer.stated_on, newer.release, newer.recorded_by) == (date(2024, 10, 2), release, admin_user)
    assert (timezone.now() - newer.recorded_at).total_seconds() < 60
    older.refresh_from_db()
    assert str(older.value) == "9.443"
    assert news == [{older.observation_id}]
    assert (
        "Recorded: 2023, 9.500 million vehicles, stated on 2024-10-02."
        in LogEntry.objects.get().change_message
    )


def test_a_new_period_gets_its_observation_and_a_first_statement(
    admin_client: Client, series: Series, release: Release
) -> None:
    post(admin_client, series, release, period="2024", value="−1,234.50", unit_mult="0")
    vintage = Vintage.objects.get()
    assert vintage.observation.reference == f"{series.code}:2024"
    assert (str(vintage.value), vintage.decimals, vintage.change_kind) == ("-1234.50", 2, "first")


def test_ranges_qualifiers_missing_values_and_withdrawals(
    admin_client: Client, series: Series, release: Release
) -> None:
    more = [a_release(series.source, date(2024, 10, n)) for n in (3, 4, 5)]
    post(admin_client, series, release, value="9.4", high="9.55", qualifier="range")
    post(
        admin_client,
        series,
        more[0],
        value="9.4",
        qualifier="more_than",
        decimals="2",
        change_kind="correction",
    )
    post(admin_client, series, more[1], value="", status="Q")
    post(admin_client, series, more[2], value="", change_kind="withdrawal")
    ranged, bounded, withheld, withdrawn = Vintage.objects.in_order()
    assert (ranged.value, str(ranged.low), str(ranged.high), ranged.decimals) == (
        None,
        "9.4",
        "9.55",
        2,
    )
    assert (bounded.qualifier, bounded.decimals, bounded.change_kind) == ("more_than", 2, "correction")
    assert (withheld.status, withheld.value, withheld.change_kind) == ("Q", None, "revision")
    assert withdrawn.change_kind == "withdrawal"
    html = admin_client.get(reverse("admin:indicators_series_change", args=[series.pk])).content.decode()
    table = html.split('id="statements"')[1].split("</table>")[0]
    for text in ("9.4 to 9.55 million", "more than 9.4 million", "withheld", "withdrawn", "revised"):
        assert text in table, text
    assert table.index("withdrawn") < table.index("9.4 to 9.55")


TOMORROW_YEARS_AHEAD = "2999-01-01"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"value": "abc"}, "“abc” is not a decimal number. Write digits and at most one point"),
        ({"value": "1e400"}, "“1e400” is not a decimal number."),
        ({"value": "NaN"}, "“NaN” is not a decimal number."),
        ({"value": "9,4"}, "“9,4” is not a decimal number."),
        ({"value": ""}, "Write the value, or choose the status missing or withheld below."),
        ({"value": "5", "status": "M"}, "A missing, withheld or withdrawn value is left empty."),
        ({"period": "2023-13"}, "“2023-13” is not a period. Write 2023, 2023-S1"),
        ({"period": "2023-Q1"}, "“2023-Q1” does not fit this series, which is annual."),
        ({"stated_on": TOMORROW_YEARS_AHEAD}, "2999-01-01 is after today"),
        ({"stated_on": "yesterday"}, "Enter a valid date."),
        ({"change_kind": "first"}, "Choose what kind of change this is."),
        ({"period": "2022", "change_kind": "revision"}, "Choose “First statement”."),
        ({"value": "5", "high": "6"}, "choose the qualifier “between”"),
        ({"value": "5", "qualifier": "range"}, "Write the upper end of the range."),
        ({"value": "10", "high": "9", "qualifier": "range"}, "The range ends below its start."),
        ({"release": ""}, "This field is required."),
        ({"release": "987654"}, "Select a valid choice."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    admin_client: Client, series: Series, release: Release, given: dict[str, str], sentence: str
) -> None:
    stated(an_observation(series=series), "9.443")
    answer = post(admin_client, series, release, **given)
    assert answer.status_code == 200
    html = answer.content.decode().replace("&quot;", '"')
    assert sentence in html
    assert "style=" not in html
    assert (Vintage.objects.count(), Observation.objects.count()) == (1, 1)


def test_the_same_day_and_release_twice_is_said_in_words(
    admin_client: Client, series: Series, release: Release
) -> None:
    post(admin_client, series, release)
    answer = post(admin_client, series, release, value="9.6")
    assert "This release has stated a value of this period on that day already." in answer.content.decode()
    assert Vintage.objects.count() == 1


def test_an_older_statement_found_later_is_the_first_one(
    admin_client: Client, series: Series, release: Release
) -> None:
    stated(an_observation(series=series), "9.443", stated_on=date(2024, 2, 29))
    post(admin_client, series, release, value="9.4", stated_on="2024-01-17")
    earliest, later = Vintage.objects.in_order()
    assert (earliest.stated_on, earliest.change_kind) == (date(2024, 1, 17), "first")
    assert later.change_kind == "first"
    assert Vintage.objects.as_known_at(NOW).get() == later


def test_the_form_opens_for_a_period_and_with_the_scale_in_use(admin_client: Client, series: Series) -> None:
    stated(an_observation(series=series), "9.443", unit_mult=8)
    page = reverse("admin:indicators_series_record", args=[series.pk])
    html = admin_client.get(page, {"period": "2023"}).content.decode()
    assert 'value="2023"' in html
    assert '<option value="8" selected>hundred million</option>' in html
    assert admin_client.get(reverse("admin:indicators_series_record", args=[987654])).status_code == 404


def test_who_may_only_look_records_nothing(
    client: Client, django_user_model: Any, series: Series, release: Release
) -> None:
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert post(client, series, release).status_code == 403
    assert not Vintage.objects.exists()


class TestRecording:
    def test_all_or_nothing(self, news: list[set[int]]) -> None:
        observation = an_observation()
        good, bad = a_vintage(observation), a_vintage(observation, stated_on=date(2999, 1, 1))
        with pytest.raises(ValidationError):
            record_vintages([good, bad], at=NOW)
        assert not Vintage.objects.exists()
        assert news == []

    def test_a_first_statement_and_its_revision_in_one_batch(self, news: list[set[int]]) -> None:
        observation = an_observation()
        rows = [
            a_vintage(observation, "9.443"),
            a_vintage(observation, "9.5", stated_on=date(2024, 10, 2), change_kind="revision"),
        ]
        stored = record_vintages(rows, at=NOW)
        assert [v.recorded_at for v in stored] == [NOW, NOW]
        assert news == [{observation.pk}]

    def test_two_first_statements_in_one_batch_are_refused(self) -> None:
        observation = an_observation()
        rows = [a_vintage(observation, "9.443"), a_vintage(observation, "9.5", stated_on=date(2024, 10, 2))]
        with pytest.raises(ValidationError, match="kind of change"):
            record_vintages(rows, at=NOW)
