"""What would break is told before anything is recorded, and only what would break."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.figures.models import Quotation
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from indicators.catalogue.models import Series
from indicators.observations.breaking import fingerprint, what_would_break
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from tests.newsroom import MARCH, a_release, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
MARCH_10 = date(2025, 3, 10)


@pytest.fixture
def cars() -> Series:
    series = a_series("CARS")
    stated(series, "2023", "9.021")
    stated(series, "2024", "9.443")
    return series


@pytest.fixture
def article(cars: Series) -> Article:
    body = f"<p>{figure('9.44 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"
    made = an_article(body, title="Cars", slug="cars")
    published(made)
    return made


def proposed(series: Series, period: str, value: str | None, **fields: Any) -> Vintage:
    given = {
        "release": a_release(series.source, MARCH_10),
        "value": None if value is None else Decimal(value),
        "unit_mult": 6,
        "decimals": len(value.partition(".")[2]) if value else 0,
        "stated_on": MARCH_10,
        "change_kind": "revision",
        **fields,
    }
    return Vintage(observation=Observation.objects.get(series=series, period=period), **given)


def test_a_revision_that_the_print_does_not_survive_is_told_with_its_page(
    article: Article, cars: Series
) -> None:
    (broken,) = what_would_break([proposed(cars, "2024", "9.587")], at=MARCH)
    assert (broken.verdict, broken.printed, broken.url) == ("superseded", "9.44 million", "/articles/cars/")
    assert broken.sentence == "“Cars” prints 9.44 million; STAT would state 9.587 million instead."


def test_it_is_what_the_recording_then_does(article: Article, cars: Series) -> None:
    told = what_would_break([proposed(cars, "2024", "9.587")], at=MARCH)
    record_vintages([proposed(cars, "2024", "9.587")], at=MARCH)
    assert [each.verdict for each in told] == list(Quotation.objects.values_list("verdict", flat=True))
    assert what_would_break([proposed(cars, "2024", "9.6")], at=MARCH) == []


@pytest.mark.parametrize("value", ["9.443", "9.4431", "9.4401", "9.444999"])
def test_a_statement_that_rounds_to_the_print_breaks_nothing(
    article: Article, cars: Series, value: str
) -> None:
    assert what_would_break([proposed(cars, "2024", value)], at=MARCH) == []


def test_a_withdrawn_statement_breaks_what_quotes_it(article: Article, cars: Series) -> None:
    gone = proposed(cars, "2024", None, change_kind="withdrawal")
    (broken,) = what_would_break([gone], at=MARCH)
    assert broken.sentence == "“Cars” prints 9.44 million; STAT would state withdrawn instead."


def test_an_older_statement_that_comes_late_breaks_nothing(article: Article, cars: Series) -> None:
    late = proposed(cars, "2024", "9.1", stated_on=date(2025, 1, 2))
    assert what_would_break([late], at=MARCH) == []


def test_what_nobody_reads_any_more_and_what_nobody_quotes_is_not_told(
    article: Article, cars: Series
) -> None:
    assert what_would_break([proposed(cars, "2023", "1.000")], at=MARCH) == []
    withdraw(article, by=None, at=MARCH, reason="Wrong")
    assert what_would_break([proposed(cars, "2024", "9.587")], at=MARCH) == []


def test_a_hundred_thousand_statements_ask_few_questions(
    article: Article, cars: Series, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    struck = proposed(cars, "2024", "9.587")
    beyond = struck.observation_id + 1_000_000
    many = [Vintage(observation_id=beyond + n, value=Decimal(n), unit_mult=0) for n in range(100_000)]
    with django_assert_max_num_queries(25):
        assert len(what_would_break([struck, *many], at=MARCH)) == 1


def _posted(series: Series, value: str, **more: str) -> dict[str, str]:
    given = {
        "period": "2024",
        "value": value,
        "unit_mult": "6",
        "release": str(a_release(series.source, MARCH_10).pk),
        "stated_on": "2025-03-10",
        "qualifier": "exact",
        "status": "A",
    }
    return {f"vintage-{name}": text for name, text in given.items()} | more


def test_the_form_records_what_breaks_something_only_once_that_was_seen(
    article: Article, cars: Series, admin_client: Client
) -> None:
    address = reverse("admin:indicators_series_record", args=[cars.pk])
    asked = admin_client.post(address, _posted(cars, "9.587"))
    assert asked.status_code == 200
    assert "“Cars” prints 9.44 million; STAT would state 9.587 million instead." in asked.content.decode()
    assert Vintage.objects.filter(observation__period="2024").count() == 1
    seen = asked.context["confirmed"]
    done = admin_client.post(address, _posted(cars, "9.587", confirmed=seen))
    assert done.status_code == 302
    assert Quotation.objects.get().verdict == "superseded"


def test_a_confirmation_is_good_for_what_was_shown_only(
    article: Article, cars: Series, admin_client: Client
) -> None:
    address = reverse("admin:indicators_series_record", args=[cars.pk])
    answer = admin_client.post(address, _posted(cars, "9.587", confirmed="something else"))
    assert answer.status_code == 200
    assert fingerprint(answer.context["broken"]) == answer.context["confirmed"]


def test_what_breaks_nothing_is_recorded_at_once(
    article: Article, cars: Series, admin_client: Client
) -> None:
    address = reverse("admin:indicators_series_record", args=[cars.pk])
    assert admin_client.post(address, _posted(cars, "9.4431")).status_code == 302
    assert Quotation.objects.get().verdict == "rounded"
