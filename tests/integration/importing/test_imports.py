"""A file on its way in: planned, applied whole or not at all, undone as a further statement."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from articles.figures.models import Quotation
from articles.releases.actions import ReleaseBlocked, make_release, publish_release
from indicators.catalogue.models import Release
from indicators.importing.applying import (
    PlanChanged,
    Unconfirmed,
    apply_import,
    apply_steps,
    discard_import,
)
from indicators.importing.assembling import plan_of
from indicators.importing.mapping import Mapping
from indicators.importing.models import DataImport, ImportEvent, ImportMapping
from indicators.importing.receiving import set_mapping
from indicators.importing.undoing import undo_import
from indicators.observations.models import Observation, Vintage
from tests.newsroom import (
    FEBRUARY,
    a_release,
    a_series,
    an_article,
    an_import,
    figure,
    published,
    somebody,
    stated,
)

pytestmark = pytest.mark.django_db
CARS, HEAD = "CARS.CHN.A.STAT", "series,period,value,unit_mult\n"
LATER = date(2025, 2, 10)


@pytest.fixture
def article_id() -> int:
    """An article that prints what was stated first."""
    stated(a_series(), "2023", "9.443")
    author = User.objects.create_user("owner", "owner@example.org", is_staff=True, is_superuser=True)
    article = an_article(f"<p>{figure('9.443 million', f'{CARS}:2023')}</p>", slug="cars", created_by=author)
    published(article)
    return article.pk


def a_file(text: str = f"{CARS},2023,9.5,6\n{CARS},2024,12.9,6\n") -> DataImport:
    a_series()
    return an_import(HEAD + text, release=a_release(published_on=LATER), at=FEBRUARY)


def known(period: str = "2023") -> list[tuple[str, str]]:
    rows = Vintage.objects.filter(observation__period=period).in_order()
    return [(str(each.value), each.change_kind) for each in rows]


def test_a_revision_by_a_file_strikes_the_article_everywhere(
    client: Client, article_id: int, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    kept = a_file()
    assert "since revised" not in client.get("/articles/cars/").content.decode().lower()
    with django_capture_on_commit_callbacks(execute=True):
        assert apply_import(kept, by=None, at=timezone.now(), confirmed=True) == 2
    assert known() == [("9.443", "first"), ("9.5", "revision")]
    assert known("2024") == [("12.9", "first")]
    assert "9.5" in client.get("/articles/cars/").content.decode()
    quotations = client.get("/api/v1/quotations/?verdict=superseded").json()["results"]
    assert [each["article"] for each in quotations] == ["cars"]
    client.force_login(somebody("Editor"))
    assert "9.5 million" in client.get("/admin/").content.decode()
    assert len(mail.outbox) == 1, "one mail for a file, however many figures"


def test_a_file_that_mends_a_mistake_corrects(article_id: int) -> None:
    apply_import(a_file(), by=None, at=FEBRUARY, confirmed=True, mends="A unit was left out")
    assert known() == [("9.443", "first"), ("9.5", "correction")]
    assert [str(each.reason) for each in Vintage.objects.order_by("pk")] == ["", "A unit was left out", ""]
    assert ImportEvent.objects.get(verb="apply").detail["reason"] == "A unit was left out"


def test_nothing_is_applied_unlooked_at(article_id: int) -> None:
    kept = a_file(f"{CARS},2023,9.5,6\n")
    with pytest.raises(Unconfirmed, match="Published figures"):
        apply_import(kept, by=None, at=FEBRUARY)
    suspicious = a_file(f"{CARS},2022,9500,6\n")
    with pytest.raises(Unconfirmed, match="second look"):
        apply_import(a_file(f"{CARS},2023,9500,6\n"), by=None, at=FEBRUARY)
    assert suspicious.state == "planned"
    assert Vintage.objects.count() == 1


def test_a_plan_that_was_seen_is_the_one_that_is_applied() -> None:
    kept = a_file()
    seen = plan_of(kept).fingerprint()
    stated(a_series(), "2024", "13")
    with pytest.raises(PlanChanged):
        apply_import(kept, by=None, at=FEBRUARY, seen=seen, confirmed=True)
    assert known("2023") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{CARS},2023,NaN,6\n", "Row 3, column value"),
        ("NONE.CHN.A.STAT,2023,1,6\n", "Row 3, column series"),
        (f"{CARS},2023,1,6\n{CARS},2023,1,6\n", "Row 4: "),
    ],
)
def test_a_file_with_faults_loads_nothing(text: str, told: str) -> None:
    kept = a_file(f"{CARS},2021,1,6\n{text}")
    assert told in str(plan_of(kept).faults[0])
    with pytest.raises(ValidationError, match="faults"):
        apply_import(kept, by=None, at=FEBRUARY, confirmed=True)
    assert not Observation.objects.exists()


def test_what_is_not_published_yet_waits() -> None:
    a_series()
    tomorrow = timezone.localdate() + timedelta(days=1)
    kept = an_import(f"{HEAD}{CARS},2023,9.5,6\n", release=a_release(published_on=tomorrow))
    with pytest.raises(ValidationError, match="after today"):
        apply_import(kept, by=None, at=timezone.now())


def test_who_stops_halfway_has_recorded_nothing() -> None:
    steps = apply_steps(a_file(), by=None, at=FEBRUARY)
    assert [next(steps) for _n in range(3)] == [("read", 2), ("changes", 2), ("recorded", 2)]
    steps.close()  # type: ignore[attr-defined]
    assert not Vintage.objects.exists()
    assert DataImport.objects.get().state == "planned"


def test_undoing_states_again_what_was_known(article_id: int) -> None:
    kept = a_file()
    apply_import(kept, by=None, at=timezone.now(), confirmed=True)
    stated(a_series(), "2024", "13.1", LATER + timedelta(days=1), at=timezone.now())
    with pytest.raises(ValidationError, match="why"):
        undo_import(kept, by=None, at=timezone.now(), reason=" ")
    assert undo_import(kept, by=None, at=timezone.now(), reason="The wrong file") == (1, 1)
    assert known() == [("9.443", "first"), ("9.5", "revision"), ("9.443", "correction")]
    assert known("2024")[-1] == ("13.1", "revision")
    assert list(ImportEvent.objects.values_list("verb", flat=True)) == ["undo", "apply", "receive"]
    assert "was undone" in Release.objects.get(slug__contains="undone").note
    with pytest.raises(ValidationError):
        undo_import(kept, by=None, at=timezone.now(), reason="Again")


def test_undoing_a_first_statement_withdraws_it() -> None:
    kept = a_file(f"{CARS},2023,9.5,6\n")
    apply_import(kept, by=None, at=timezone.now())
    undo_import(kept, by=None, at=timezone.now(), reason="The wrong file")
    assert known()[-1] == ("None", "withdrawal")


def test_the_meaning_of_columns_is_remembered_for_the_source() -> None:
    a_series()
    release = a_release()
    kept = an_import("what,when,how much\nCars,2023,9.4\n", release=release)
    assert "series" in plan_of(kept).faults[0].sentence
    meaning = Mapping(series=("what",), period="when", value="how much", codes={"Cars": CARS})
    set_mapping(kept, meaning, by=None, at=FEBRUARY)
    assert plan_of(kept).counts["new"] == 1
    assert ImportMapping.objects.count() == 1
    again = an_import("what,when,how much\nCars,2024,9.9\n", release=release)
    assert plan_of(again).counts["new"] == 1


def test_a_discarded_file_is_kept_and_not_applied() -> None:
    kept = a_file()
    discard_import(kept, by=None, at=FEBRUARY)
    assert kept.file.size > 0
    with pytest.raises(ValidationError, match="discarded"):
        apply_import(kept, by=None, at=FEBRUARY)


def test_the_command_has_exit_codes_for_scripts(tmp_path: Path) -> None:
    a_series()
    path, out = tmp_path / "cars.csv", StringIO()
    path.write_text(f"{HEAD}{CARS},2023,9.5,6\n")
    new: dict[str, Any] = {
        "source": "STAT", "title": "Bulletin", "published_on": LATER, "stdout": out, "stderr": StringIO()
    }  # fmt: skip
    with pytest.raises(SystemExit) as changes:
        call_command("import_observations", path, plan=True, **new)
    assert changes.value.code == 10
    call_command("import_observations", resume=DataImport.objects.get().pk, stdout=out, stderr=StringIO())
    assert "1 new" in out.getvalue()
    assert "1 statements recorded" in out.getvalue()
    call_command(
        "import_observations", path, release=Release.objects.get(title="Bulletin").slug, plan=True, **new
    )
    path.write_text(f"{HEAD}{CARS},2023,9500,6\n")
    with pytest.raises(CommandError) as unconfirmed:
        call_command("import_observations", path, **{**new, "published_on": date(2025, 3, 1)})
    assert unconfirmed.value.returncode == 3
    path.write_text(f"{HEAD}{CARS},2023,x,6\n")
    before = (DataImport.objects.count(), Release.objects.count())
    with pytest.raises(SystemExit) as faults:
        call_command("import_observations", path, **{**new, "title": "Other"})
    assert faults.value.code == 1
    assert (DataImport.objects.count(), Release.objects.count()) == before
    call_command("import_observations", undo=DataImport.objects.earliest("pk").pk, reason="x", stdout=out)
    assert "1 observations set back" in out.getvalue()


def test_the_pages_from_the_file_to_the_undoing(client: Client, article_id: int) -> None:
    client.force_login(somebody("Data editor"))
    sent = {
        "file": SimpleUploadedFile("cars.csv", f"{HEAD}{CARS},2023,9.5,6\n".encode()),
        "release": a_release(published_on=LATER).pk,
    }
    page = client.post("/admin/indicators/dataimport/add/", sent)["Location"]
    shown = client.get(page).content.decode()
    for part in (
        "9.443 million",
        "9.5 million",
        "prints 9.443 million",
        "Record 1 statement",
        "What the columns mean",
    ):
        assert part in shown
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    assert client.post(f"{page.replace('change', 'apply')}", {"seen": seen}).status_code == 302
    done = client.post(page.replace("change", "apply"), {"seen": seen, "confirmed": "on"})
    told = b"".join(done.streaming_content).decode()  # type: ignore[attr-defined]
    assert "1 rows read" in told
    assert "Done: 1 statements." in told
    undone = client.post(page.replace("change", "undo"), {"reason": "The wrong file"})
    assert "were left, of which something newer is stated" in b"".join(undone.streaming_content).decode()  # type: ignore[attr-defined]
    assert known()[-1] == ("9.443", "correction")
    assert {each.address for each in ImportEvent.objects.all()} == {"127.0.0.1"}
    assert {each.address for each in Vintage.objects.order_by("-pk")[:2]} == {"127.0.0.1"}
    assert "Undone" in client.get(page).content.decode()


def test_a_file_that_cannot_be_read_is_refused_on_the_page(client: Client) -> None:
    client.force_login(somebody("Data editor"))
    a_series()
    sent = {"file": SimpleUploadedFile("cars.csv", b"\xff\xff\n"), "source": a_release().source_id}
    answer = client.post(
        "/admin/indicators/dataimport/add/", {**sent, "title": "New", "published_on": "2025-01-01"}
    )
    assert "not UTF-8" in answer.content.decode()
    assert not DataImport.objects.exists()
    assert not Release.objects.filter(title="New").exists()


def test_columns_are_told_on_the_page(client: Client) -> None:
    client.force_login(somebody("Data editor"))
    a_series()
    kept = an_import("what,when,how much\nCars,2023,9.4\n")
    page = f"/admin/indicators/dataimport/{kept.pk}/"
    said = {
        "series": "what", "period": "when", "value": "how much", "decimal_mark": ".", "codes": f"Cars = {CARS}"
    }  # fmt: skip
    refused = client.post(f"{page}columns/", {**said, "codes": "nonsense"})
    assert "one a line" in refused.content.decode()
    assert client.post(f"{page}columns/", said).status_code == 302
    assert f"{CARS}:2023" in client.get(f"{page}change/").content.decode()


def test_the_page_asks_few_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(somebody("Data editor"))
    kept = a_file("".join(f"{CARS},{year},{year},6\n" for year in range(1900, 2020)))
    with django_assert_max_num_queries(20):
        shown = client.get(f"/admin/indicators/dataimport/{kept.pk}/change/").content.decode()
    assert "Page 1 of 2" in shown


def test_articles_and_data_go_live_together_or_not_at_all(client: Client) -> None:
    a_series()
    kept = a_file(f"{CARS},2024,12.9,6\n")
    article = an_article(f"<p>{figure('12.9 million', f'{CARS}:2024')}</p>", slug="together")
    release = make_release("February", [article], by=None, at=FEBRUARY, imports=[kept])
    late = FEBRUARY + timedelta(days=1)
    with pytest.raises(ReleaseBlocked, match="cannot wait"):
        publish_release(release, by=None, at=FEBRUARY, published_at=late, confirm_warnings=True)
    assert not Vintage.objects.exists()
    publish_release(release, by=None, at=FEBRUARY, confirm_warnings=True)
    assert known("2024") == [("12.9", "first")]
    assert DataImport.objects.get().state == "applied"
    assert Quotation.objects.get(edition__article=article).verdict == "exact"


def test_an_import_is_chosen_for_a_release_and_taken_out(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chief"))
    kept = a_file()
    made = client.post("/admin/articles/jointrelease/add/", {"title": "Data", "imports": [kept.pk]})
    page = made["Location"]
    assert kept.filename in client.get(page).content.decode()
    assert f'name="import" value="{kept.pk}"' in client.get(page).content.decode()
    client.post(page.replace("change", "take-out"), {"import": kept.pk})
    taken_out = client.get(page).content.decode()
    assert f'name="import" value="{kept.pk}"' not in taken_out
    assert f'name="imports" value="{kept.pk}"' in taken_out  # Offered again.
