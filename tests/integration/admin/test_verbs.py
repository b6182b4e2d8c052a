"""Publish, schedule, cancel, withdraw: POST only, with permission, and every refusal says why."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition, Withdrawal
from articles.workflow.models import Transition
from articles.writing.models import Article

PUBLISH = "/admin/articles/article/{}/publish/"
WRONG = "9.334 million units"


@pytest.fixture
def wrong(article: Article) -> Article:
    """The seed article with a slip in its third figure."""
    article.body = article.body.replace("9.443 million units", WRONG)
    article.save()
    return article


def test_the_page_shows_what_will_change_and_what_stands_in_the_way(at_desk: Client, wrong: Article) -> None:
    page = at_desk.get(PUBLISH.format(wrong.pk)).content.decode()
    assert "<del>9.443</del><ins>9.334</ins>" in page
    assert "1 error blocks publishing" in page
    assert "Contradicted: NBS states 9.443 million for 2023" in page
    assert "2 warnings to confirm" in page
    assert "This would be edition 2." in page


def test_an_error_blocks_whoever_confirms_the_warnings(at_desk: Client, wrong: Article) -> None:
    answer = at_desk.post(
        PUBLISH.format(wrong.pk), {"kind": "update", "public_note": "New.", "confirm_warnings": "on"}
    )
    assert "Not published." in answer.content.decode()
    assert Edition.objects.filter(article=wrong).count() == 1


def test_an_error_is_overridden_with_a_reason_that_is_logged(at_desk: Client, wrong: Article) -> None:
    given = {
        "kind": "update",
        "public_note": "New.",
        "confirm_warnings": "on",
        "override_reason": "Quoted so.",
    }
    assert at_desk.post(PUBLISH.format(wrong.pk), given).status_code == 302
    assert Transition.objects.filter(article=wrong, edition_number=2, reason="Quoted so.").exists()


def test_warnings_are_confirmed_and_the_note_is_required(at_desk: Client, article: Article) -> None:
    without_note = at_desk.post(PUBLISH.format(article.pk), {"kind": "update", "confirm_warnings": "on"})
    assert "Say in the public note what changed." in without_note.content.decode()
    unconfirmed = at_desk.post(PUBLISH.format(article.pk), {"kind": "update", "public_note": "New."})
    assert "2 warnings to confirm" in unconfirmed.content.decode()
    assert Edition.objects.filter(article=article).count() == 1
    confirmed = {"kind": "correction", "public_note": "New.", "confirm_warnings": "on"}
    assert at_desk.post(PUBLISH.format(article.pk), confirmed).status_code == 302
    assert Edition.objects.get(article=article, number=2).kind == "correction"


def test_a_schedule_is_made_shown_and_cancelled(at_desk: Client, article: Article) -> None:
    when = timezone.localtime(timezone.now() + timedelta(days=2))
    given = {
        "kind": "update",
        "public_note": "New.",
        "confirm_warnings": "on",
        "published_at_0": when.strftime("%Y-%m-%d"),
        "published_at_1": when.strftime("%H:%M"),
    }
    assert at_desk.post(PUBLISH.format(article.pk), given).status_code == 302
    form = at_desk.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "Edition 2 is scheduled for" in form
    assert "Edition 1 is live." in form
    assert 'data-status="scheduled"' in at_desk.get("/admin/articles/article/").content.decode()
    cancel = f"/admin/articles/article/{article.pk}/cancel-schedule/"
    assert at_desk.get(cancel).status_code == 405
    assert at_desk.post(cancel).status_code == 302
    assert Edition.objects.filter(article=article).count() == 1


def test_a_time_that_has_passed_is_refused(at_desk: Client, article: Article) -> None:
    given = {"kind": "update", "public_note": "x", "published_at_0": "2020-01-01", "published_at_1": "10:00"}
    assert "This time has passed" in at_desk.post(PUBLISH.format(article.pk), given).content.decode()


def test_withdrawing_asks_for_a_reason(at_desk: Client, article: Article) -> None:
    address = f"/admin/articles/article/{article.pk}/withdraw/"
    assert "Say why the article is withdrawn" in at_desk.post(address, {"reason": " "}).content.decode()
    assert not Withdrawal.objects.exists()
    assert at_desk.post(address, {"reason": "Permission was taken back."}).status_code == 302
    assert Withdrawal.objects.get(article=article).reason == "Permission was taken back."
    assert 'data-status="withdrawn"' in at_desk.get("/admin/articles/article/").content.decode()


@pytest.mark.parametrize("verb", ["publish", "withdraw", "cancel-schedule"])
def test_a_writer_may_not_publish_withdraw_or_cancel(
    client: Client, writer: User, article: Article, verb: str
) -> None:
    client.force_login(writer)
    assert client.post(f"/admin/articles/article/{article.pk}/{verb}/", {"reason": "x"}).status_code == 403
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert 'name="_publish"' not in page
    assert Edition.objects.filter(article=article).count() == 1


def test_editions_and_the_log_are_read_only(at_desk: Client, article: Article) -> None:
    edition = Edition.objects.get(article=article)
    assert at_desk.get(f"/admin/articles/edition/{edition.pk}/change/").status_code == 200
    assert at_desk.post(f"/admin/articles/edition/{edition.pk}/change/", {"title": "x"}).status_code == 403
    assert at_desk.post(f"/admin/articles/edition/{edition.pk}/delete/", {"post": "yes"}).status_code == 403
    assert at_desk.get("/admin/articles/edition/add/").status_code == 403
    assert at_desk.get("/admin/articles/transition/").status_code == 200
