"""A recording costs what is quoted of it, not what there is; a file is one mail; a rounding is no news anywhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.desk.stale import superseded
from articles.editions.models import Edition
from articles.figures.evidence import all_units
from articles.figures.models import Quotation
from indicators.importing.applying import apply_import
from indicators.importing.models import DataImport
from tests.newsroom import (
    MARCH,
    a_release,
    a_series,
    an_article,
    an_editor,
    an_import,
    figure,
    published,
    somebody,
    stated,
)

pytestmark = pytest.mark.django_db
MARCH_10 = date(2025, 3, 10)
CARS = "CARS.CHN.A.STAT"


def printed(slug: str, words: str, reference: str, **fields: Any) -> Edition:
    return published(
        an_article(f"<p>{figure(words, reference)}</p>", slug=slug, title=slug.title(), **fields)
    )


def work_of(act: Callable[[], object]) -> tuple[int, int]:
    """How many questions it asks of the database, and how many editions it writes."""
    all_units()  # Kept for moments: asked for by whichever act comes after them.
    with CaptureQueriesContext(connection) as asked:
        act()
    written = [query for query in asked if query["sql"].startswith('UPDATE "articles_edition"')]
    return len(asked), len(written)


def test_a_recording_costs_what_is_quoted_of_it() -> None:
    series, other = a_series(), a_series("STEEL")
    for period in ("2022", "2023", "2024"):
        stated(series, period, "9.443")
    stated(other, "2024", "5")
    printed("cars", "9.443 million", f"{CARS}:2024")
    days = (date(2025, 3, day) for day in range(1, 20))

    def next_value(period: str = "2024") -> tuple[int, int]:
        day = next(days)
        return work_of(lambda: stated(series, period, f"9.{day.day}7", day, at=MARCH))

    next_value()
    one = next_value()
    for n in range(12):
        printed(f"steel-{n}", "5 million", "STEEL.CHN.A.STAT:2024")
    # The same series, another period: an edition that is not compared with what is stated.
    printed("before", "9.443 million", f"{CARS}:2023")
    assert next_value() == one
    assert one[1] == 1
    none = next_value("2022")
    assert none[1] == 0
    for n in range(3):
        printed(f"more-{n}", "9.443 million", f"{CARS}:2024")
    next_value()
    four = next_value()
    assert four[1] == 4
    assert four[0] - one[0] <= 3 * (one[0] - none[0])


@pytest.fixture
def a_file() -> DataImport:
    for code in ("CARS", "STEEL"):
        stated(a_series(code), "2024", "9.443")
        stated(a_series(code), "2023", "8.1")
    lines = ["CARS.CHN.A.STAT,2024,9.5,6", "CARS.CHN.A.STAT,2023,8.2,6", "STEEL.CHN.A.STAT,2024,9.6,6"]
    text = "\n".join(["series,period,value,unit_mult", *lines, ""])
    return an_import(text, release=a_release(a_series().source, MARCH_10))


def test_a_file_is_one_mail_however_much_it_strikes(
    a_file: DataImport, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    owner, colleague = somebody("Editor"), somebody("Author")
    body = f"<p>{figure('9.443 million', f'{CARS}:2024')}, {figure('8.1 million', f'{CARS}:2023')}</p>"
    published(an_article(body, title="Both", created_by=owner, assigned_to=colleague))
    printed("steel", "9.443 million", "STEEL.CHN.A.STAT:2024", created_by=owner)
    with django_capture_on_commit_callbacks(execute=True):
        apply_import(a_file, by=None, at=MARCH, confirmed=True)
    assert {(*each.to, each.subject) for each in mail.outbox} == {
        (owner.email, "3 figures in your articles are no longer true"),
        (colleague.email, "2 figures in your articles are no longer true"),
    }
    assert len(mail.outbox) == 2


def test_the_plan_of_a_file_says_what_would_break(a_file: DataImport, admin_client: Client) -> None:
    printed("both", "9.4 million", f"{CARS}:2024")
    printed("steel", "9.443 million", "STEEL.CHN.A.STAT:2024")
    page = admin_client.get(f"/admin/indicators/dataimport/{a_file.pk}/change/").content.decode()
    assert "“Both” prints 9.4 million; STAT would state 9.5 million instead." in page
    assert "“Steel” prints 9.443 million; STAT would state 9.6 million instead." in page
    assert not Quotation.objects.filter(verdict="superseded").exists()


def test_a_change_below_the_printed_place_is_no_news_anywhere(
    client: Client,
    admin_client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    stated(a_series(), "2024", "9.443")
    printed("cars", "9.44 million", f"{CARS}:2024", created_by=somebody("Editor"))
    file = an_import(
        "series,period,value,unit_mult\nCARS.CHN.A.STAT,2024,9.4412,6\n",
        release=a_release(a_series().source, MARCH_10),
    )
    plan = admin_client.get(f"/admin/indicators/dataimport/{file.pk}/change/").content.decode()
    assert "would become untrue" not in plan
    with django_capture_on_commit_callbacks(execute=True):
        # Nobody has to confirm anything.
        apply_import(file, by=None, at=MARCH)
    assert Quotation.objects.get().verdict == "rounded"
    assert superseded(an_editor("desk"), MARCH).count() == 0
    assert mail.outbox == []
    after = client.get("/articles/cars/").content.decode()
    assert 'data-state="revised"' not in after
    assert client.get("/api/v1/quotations/?verdict=superseded").json()["results"] == []
    assert client.get("/corrections/revised.json").json()["items"] == []
