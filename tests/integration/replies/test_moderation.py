"""Nothing shows before approval; then it stands below the article, at no further query."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from articles.editions.models import Edition
from articles.replies.forgetting import erase_all, forget, told_of
from articles.replies.models import Reply
from articles.replies.tokens import stop_token
from articles.replies.verbs import approve, erase, reject
from tests.integration.replies.visiting import a_reply
from tests.newsroom import somebody

pytestmark = pytest.mark.django_db
ADDRESS = "/articles/steel/"
QUEUE = "/admin/articles/reply/"


def test_what_waits_changes_nothing_public(client: Client, steel: Edition) -> None:
    before = client.get(ADDRESS)
    reply = a_reply(steel)
    assert client.get(ADDRESS).content == before.content
    assert client.get(ADDRESS)["ETag"] == before["ETag"]
    reject(reply, by=None, at=timezone.now())
    assert client.get(ADDRESS)["ETag"] == before["ETag"]


def test_what_is_approved_shows_and_goes(
    client: Client, steel: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    before = client.get(ADDRESS)["ETag"]
    first = a_reply(steel, "<b>Zyxophone</b>", public=True)
    answer = a_reply(steel, "Quixotry", parent=first, public=True)
    with django_assert_max_num_queries(1):
        page = client.get(ADDRESS)
    text = page.content.decode()
    assert "&lt;b&gt;Zyxophone&lt;/b&gt;" in text
    assert "quixote@example.org" not in text
    assert text.index(f'id="reply-{first.pk}"') < text.index(f'id="reply-{answer.pk}"')
    assert page["ETag"] != before
    with django_assert_max_num_queries(1):
        assert client.get(ADDRESS, headers={"if-none-match": page["ETag"]}).status_code == 304
    assert client.get(ADDRESS, headers={"if-none-match": before}).status_code == 200
    reject(first, by=None, at=timezone.now())
    gone = client.get(ADDRESS).content.decode()
    assert "Zyxophone" not in gone
    assert "Quixotry" not in gone


def test_two_levels_in_order(steel: Edition) -> None:
    first = a_reply(steel)
    with pytest.raises(ValidationError):
        a_reply(steel, "Too early", parent=first)
    approve(first, by=None, at=timezone.now())
    answer = a_reply(steel, "An answer", parent=first, public=True)
    with pytest.raises(ValidationError):
        a_reply(steel, "Third level", parent=answer)


def test_an_answer_is_told_once_and_can_be_stopped(
    client: Client, steel: Edition, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    first = a_reply(steel, public=True, notify=True)
    answer = a_reply(steel, "Quixotry", parent=first, email="other@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        approve(answer, by=None, at=timezone.now())
        reject(answer, by=None, at=timezone.now())
        approve(answer, by=None, at=timezone.now())
    [message] = mail.outbox
    assert message.to == ["quixote@example.org"]
    assert "other@example.org" not in message.message().as_string()
    stop = f"/replies/stop/{stop_token(first.pk)}/"
    assert stop in message.extra_headers["List-Unsubscribe"]
    assert client.get(stop).status_code == 200
    assert Reply.objects.get(pk=first.pk).notify
    assert client.post(stop).status_code == 200
    assert not Reply.objects.get(pk=first.pk).notify
    assert client.post("/replies/stop/forged/").status_code == 404


def test_the_queue_decides_about_many(client: Client, steel: Edition) -> None:
    client.force_login(somebody("Moderator"))
    replies = [a_reply(steel, f"Zyxophone {n}") for n in range(3)]
    assert client.get(QUEUE)["Location"] == f"{QUEUE}?state__exact=held"
    shown = client.get(f"{QUEUE}?state__exact=held").content.decode()
    assert "Zyxophone 2" in shown
    assert "3 replies wait" in client.get("/admin/").content.decode()
    chosen: dict[str, Any] = {"action": "approve", "_selected_action": [each.pk for each in replies[:2]]}
    assert client.post(f"{QUEUE}?state__exact=held", chosen).status_code == 302
    assert Reply.objects.filter(state="approved").count() == 2
    assert "1 reply waits" in client.get("/admin/").content.decode()


def test_only_moderators_decide(client: Client, steel: Edition) -> None:
    reply = a_reply(steel)
    client.force_login(somebody("Author"))
    assert client.post(QUEUE, {"action": "approve", "_selected_action": [reply.pk]}).status_code == 403
    assert Reply.objects.get().state == "held"


def test_the_queue_asks_few_questions(
    client: Client, steel: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(somebody("Moderator"))
    for n in range(12):
        a_reply(steel, f"Zyxophone {n}")
    with django_assert_max_num_queries(12):
        client.get(f"{QUEUE}?state__exact=held")


def test_visitors_are_forgotten(steel: Edition) -> None:
    kept, refused = a_reply(steel, public=True), a_reply(steel, "Advertising")
    reject(refused, by=None, at=timezone.now())
    now = timezone.now()
    assert forget(now, timedelta(days=30)).addresses == 0
    Reply.objects.update(created_at=now - timedelta(days=31))
    assert forget(now, timedelta(days=30)).refused == 1
    assert Reply.objects.get().address is None
    assert Reply.objects.get().email
    Reply.objects.update(created_at=now - timedelta(days=366))
    call_command("forget_visitors", verbosity=0)
    assert Reply.objects.get(pk=kept.pk).email == ""


def test_a_visitor_gets_and_erases_what_is_kept(client: Client, steel: Edition) -> None:
    first = a_reply(steel, public=True)
    a_reply(steel, "Quixotry", parent=first, public=True, email="other@example.org")
    assert [each["text"] for each in told_of("QUIXOTE@example.org")] == ["Zyxophone."]
    call_command("visitor_data", "quixote@example.org", "--erase", verbosity=0)
    text = client.get(ADDRESS).content.decode()
    assert "Zyxophone" not in text
    assert "Quixotry" in text
    with pytest.raises(ValidationError):
        approve(first, by=None, at=timezone.now())
    erase(Reply.objects.get(pk=first.pk), by=None, at=timezone.now())


@pytest.mark.parametrize(("rule", "open_to_readers"), [("closed", False), ("open", True), ("", True)])
def test_an_editor_opens_and_closes_one_article(
    client: Client, steel: Edition, rule: str, open_to_readers: bool
) -> None:
    client.force_login(somebody("Editor"))
    page = f"/admin/articles/article/{steel.article_id}/do/replies/"
    assert "Stays open" in client.get(page).content.decode()
    assert client.post(page, {"rule": rule}).status_code == 302
    assert steel.article.transitions.filter(verb="replies", detail__rule=rule).count() == 1
    assert ("reply/" in client.get(ADDRESS).content.decode()) is open_to_readers
    client.force_login(somebody("Author"))
    assert client.post(page, {"rule": "closed"}).status_code in (403, 404)


def test_without_an_address_nobody_is_erased(steel: Edition) -> None:
    a_reply(steel, public=True)
    Reply.objects.update(email="")
    assert told_of(" ") == []
    assert erase_all("", by=None, at=timezone.now()) == 0
    assert Reply.objects.get().state == "approved"
