"""What a declared error makes of articles, their pages, the API, the desk: told in words, blocked nowhere."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.stale import superseded
from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.figures.panel import panel_of
from articles.workflow.actions import publish
from articles.workflow.blockers import problems_of
from articles.writing.models import Article
from indicators.catalogue.models import Series
from indicators.observations.breaking import what_would_break
from indicators.observations.models import Vintage
from indicators.upstream_errors.declaring import reject
from indicators.upstream_errors.models import UpstreamError
from tests.integration.upstream_errors.builders import MARCH_10, REASON, REFERENCE, declared, the_statement
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_release,
    a_series,
    an_article,
    an_editor,
    figure,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
OURS, THEIRS = "9.543 million", "9.443 million"


@pytest.fixture
def expect() -> Vintage:
    return the_statement()


def printing(words: str, slug: str) -> Article:
    return an_article(f"<p>{figure(words, REFERENCE)} cars.</p>", slug=slug, title=slug.title())


@pytest.fixture
def theirs(expect: Vintage) -> Edition:
    """Printed the error before anybody knew."""
    return published(printing(THEIRS, "theirs"))


@pytest.fixture
def ours(expect: Vintage, theirs: Edition) -> Edition:
    """Prints what we declared to be right."""
    declared(expect)
    return published(printing(OURS, "ours"), at=FEBRUARY)


def test_our_figure_is_published_after_a_warning(expect: Vintage) -> None:
    article = printing(OURS, "ours")
    (before,) = problems_of(article, at=FEBRUARY, kind="first", note="")
    assert (before.code, before.severity) == ("figure-contradicted", "error")
    declared(expect)
    (problem,) = problems_of(article, at=FEBRUARY, kind="first", note="")
    assert (problem.code, problem.severity) == ("figure-corrected", "warning")
    assert REASON in problem.message
    assert publish(article, by=None, at=FEBRUARY, confirm_warnings=True).number == 1
    (figure_told,) = panel_of(article.body, "en", FEBRUARY.date()).to_decide
    assert (figure_told.state, figure_told.blocks) == ("disputed", False)


def test_the_figure_of_the_source_warns(expect: Vintage) -> None:
    article = printing(THEIRS, "theirs")
    assert problems_of(article, at=FEBRUARY, kind="first", note="") == []
    declared(expect)
    (problem,) = problems_of(article, at=FEBRUARY, kind="first", note="")
    assert (problem.code, problem.severity) == ("figure-repeats-error", "warning")
    assert "Print 9.543 million or confirm the figure of the source." in problem.message


def test_the_pages_say_it_in_words(ours: Edition, client: Client) -> None:
    page = client.get("/articles/ours/").content.decode()
    assert "Corrected by us: STAT states 9.443 million" in page
    assert f"Since 2025-02-15 we hold what STAT states to be an error. Reason: <bdi>{REASON}</bdi>" in page
    assert "Contradicted" not in page
    page = client.get("/articles/theirs/").content.decode()
    assert "Held by us to be wrong: 9.543 million instead of 9.443 million" in page
    assert "and 9.543 million to be right" in page


def test_as_of_a_day_before_nobody_knew(ours: Edition, client: Client) -> None:
    page = client.get("/articles/theirs/?as_of=2025-02-01").content.decode()
    assert "9.543" not in page
    assert "9.543" not in client.get("/indicators/CARS/?as_of=2025-02-01").content.decode()
    told = client.get(f"/api/v1/observations/{REFERENCE}/?as_of=2025-02-01").json()
    assert told["declared_errors"] == []
    assert client.get("/api/v1/quotations/?as_of=2025-02-01").json()["results"][0]["declared"] is None


def test_the_page_of_the_indicator_at_a_fixed_price(expect: Vintage, client: Client) -> None:
    client.get("/indicators/CARS/")

    def asked() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as queries:
            text = client.get("/indicators/CARS/").content.decode()
        return len(queries), text

    before, text = asked()
    assert "Errors that we declare" not in text
    declared(expect)
    after, text = asked()
    assert after == before + 1
    assert (
        "states <bdi>9.443 million vehicles</bdi>; we hold <bdi>9.543 million vehicles</bdi> to be right."
        in text
    )
    assert REASON in text
    assert "Source not informed yet." in text
    for period in ("2021", "2022", "2023"):
        declared(stated(a_series(), period, "8.1"))
    assert asked()[0] == after


def test_the_api_tells_the_declaration(ours: Edition, client: Client) -> None:
    told = client.get(f"/api/v1/observations/{REFERENCE}/").json()
    assert told["value"] == "9.443"
    (error,) = told["declared_errors"]
    assert (error["value"], error["status"], error["declared_on"]) == ("9.543", "open", "2025-02-15")
    assert (error["expect"]["value"], error["expect"]["stated_on"]) == ("9.443", "2025-01-10")
    lines = b"".join(client.get("/api/v1/observations/?format=csv")).decode()
    assert "2025-02-15=9.543 (open)" in lines
    quoted = {row["article"]: row for row in client.get("/api/v1/quotations/").json()["results"]}
    assert [quoted[slug]["verdict"] for slug in ("ours", "theirs")] == ["corrected", "exact"]
    assert {row["state"] for row in quoted.values()} == {"disputed"}
    assert quoted["ours"]["declared"] == {
        "agrees": True,
        "printed": "9.543 million",
        "stated": "9.443 million",
        "reason": REASON,
        "declared_on": "2025-02-15",
    }
    found = client.get("/api/v1/quotations/?verdict=corrected").json()["results"]
    assert [row["article"] for row in found] == ["ours"]


def test_the_source_fixes_it(ours: Edition, client: Client) -> None:
    stated(a_series(), "2024", "9.543", MARCH_10, at=MARCH)
    assert dict(Quotation.objects.values_list("edition__slug", "verdict")) == {
        "ours": "exact",
        "theirs": "superseded",
    }
    assert "Corrected by us" not in client.get("/articles/ours/").content.decode()
    assert "Corrected by us" in client.get("/articles/ours/?as_of=2025-03-01").content.decode()
    (error,) = client.get(f"/api/v1/observations/{REFERENCE}/").json()["declared_errors"]
    assert (error["status"], error["closed_on"]) == ("fixed", "2025-03-10")
    before = client.get(f"/api/v1/observations/{REFERENCE}/?as_of=2025-03-09").json()["declared_errors"]
    assert (before[0]["status"], before[0]["closed_on"]) == ("open", None)


def test_the_source_states_a_third_value(ours: Edition) -> None:
    stated(a_series(), "2024", "9.7", MARCH_10, at=MARCH)
    assert Quotation.objects.get(edition=ours).verdict == "contradicted"
    assert [each.outcome for each in UpstreamError.objects.to_look_at()] == ["changed"]


def test_a_rejected_declaration_leaves_the_figure_contradicted(ours: Edition) -> None:
    reject(UpstreamError.objects.get(), reason="They showed us the table.", by=None, at=MARCH)
    assert Quotation.objects.get(edition=ours).verdict == "contradicted"


def test_who_kept_the_right_figure_is_told_no_revision(client: Client) -> None:
    series: Series = a_series()
    stated(series, "2024", "9.543")
    kept = published(printing(OURS, "kept"))
    wrong = stated(series, "2024", "9.443", FEBRUARY.date(), at=FEBRUARY)
    editor = an_editor()
    assert superseded(editor, MARCH).count() == 1
    declared(wrong, at=FEBRUARY)
    assert superseded(editor, MARCH).count() == 0
    assert Quotation.objects.get(edition=kept).verdict == "corrected"
    assert client.get("/corrections/revised.json").json()["items"] == []


def test_what_would_break_knows_the_guard(ours: Edition) -> None:
    def told(value: str) -> dict[str, str]:
        row = Vintage(
            observation=UpstreamError.objects.get().observation, release=a_release(a_series().source, MARCH_10),
            value=value, unit_mult=6, decimals=3, stated_on=MARCH_10, change_kind="revision",
        )  # fmt: skip
        return {each.title: each.verdict for each in what_would_break([row], at=MARCH)}

    assert told("9.443") == {}
    assert told("9.543") == {"Theirs": "superseded"}
    assert told("9.7") == {"Ours": "contradicted", "Theirs": "superseded"}


def test_only_what_quotes_it_is_written_anew(expect: Vintage) -> None:
    """In time proportional to the quotations: ten other articles cost nothing."""
    published(printing(THEIRS, "theirs"))
    stated(a_series("STEEL"), "2024", "5")
    for _n in range(10):
        published(an_article(f"<p>{figure('5 million', 'STEEL.CHN.A.STAT:2024')}</p>"))
    with CaptureQueriesContext(connection) as asked:
        error = declared(expect)
    written = [query["sql"] for query in asked if query["sql"].startswith('UPDATE "articles_edition"')]
    assert len(written) == 1
    reject(error, reason="They showed us the table.", by=None, at=MARCH)
    assert Quotation.objects.filter(verdict="exact").count() == 11


@pytest.fixture
def editor_client(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def test_it_is_declared_and_answered_in_the_admin(expect: Vintage, editor_client: Client) -> None:
    add = "/admin/indicators/upstreamerror/add/"
    assert "Series and period" in editor_client.get(add).content.decode()
    assert "Nothing is stated of" in editor_client.get(add, {"observation": "X:1"}).content.decode()
    shown = editor_client.get(add, {"observation": REFERENCE}).content.decode()
    assert "STAT states <bdi><b>9.443 million vehicles</b></bdi> since 2025-01-10." in shown
    given = {"value": "9.443", "qualifier": "exact", "unit_mult": "6", "reason": REASON}
    address = f"{add}?observation={REFERENCE}"
    assert "meanwhile" in editor_client.post(address, given).content.decode()
    given["expect"] = str(expect.pk)
    assert "That is what the source states" in editor_client.post(address, given).content.decode()
    done = editor_client.post(address, {**given, "value": "9.543"}, follow=True)
    page = done.redirect_chain[-1][0]
    assert "9.543 million vehicles" in done.content.decode()
    assert "not yet" in done.content.decode()
    editor_client.post(f"{page[:-7]}inform/", {"on": "2025-02-20"})
    answer = editor_client.post(f"{page[:-7]}inform/", {"on": "when?"})
    assert answer.status_code == 200
    editor_client.post(f"{page[:-7]}reply/", {"reply": "You are right.", "confirms": "on"})
    text = editor_client.get(page).content.decode()
    assert "2025-02-20" in text
    assert "Confirmed by the source" in text
    assert editor_client.get(f"{page[:-7]}reject/").status_code == 405
    listed = editor_client.get("/admin/indicators/upstreamerror/?status=confirmed").content.decode()
    assert REFERENCE in listed
    assert (
        REFERENCE not in editor_client.get("/admin/indicators/upstreamerror/?status=fixed").content.decode()
    )
    assert "declared the error" in editor_client.get("/admin/articles/signin/").content.decode()


def test_the_desk_tells_until_somebody_has_looked(ours: Edition, editor_client: Client) -> None:
    heading = "Declared errors that their source has changed"
    assert heading not in editor_client.get("/admin/").content.decode()
    stated(a_series(), "2024", "9.7", timezone.localdate(), at=timezone.now())
    desk = editor_client.get("/admin/").content.decode()
    assert heading in desk
    assert "Changed by the source to something else" in desk
    error = UpstreamError.objects.get()
    page = editor_client.get(f"/admin/indicators/upstreamerror/{error.pk}/change/").content.decode()
    assert "neither the error nor what we held to be right" in page
    editor_client.post(f"/admin/indicators/upstreamerror/{error.pk}/look/")
    assert heading not in editor_client.get("/admin/").content.decode()
    assert mail.outbox == []


def test_unreadable_words_are_refused_in_words(expect: Vintage, editor_client: Client) -> None:
    address = f"/admin/indicators/upstreamerror/add/?observation={REFERENCE}"
    given: dict[str, Any] = {"expect": expect.pk, "qualifier": "range", "unit_mult": "6", "reason": ""}
    page = editor_client.post(address, given).content.decode()
    assert "This field is required." in page
    given |= {"value": "9.6", "high": "9.5", "reason": "x"}
    assert "The range ends below its start." in editor_client.post(address, given).content.decode()
    given |= {"high": "9.7"}
    assert editor_client.post(address, given).status_code == 302
    assert JANUARY < MARCH
