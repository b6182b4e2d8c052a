"""Whatever the answer to a form is, what a visitor typed stands on the page again."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.replies.models import Reply, Thread
from articles.replies.tokens import form_token
from articles.workflow.actions import withdraw
from tests.integration.enquiries.test_contact_form import written
from tests.integration.replies.visiting import a_reply, sent

pytestmark = pytest.mark.django_db
TEXT = "Zyxophone & “words”."
SHOWN = re.compile(r"<textarea[^>]*>\s*Zyxophone &amp; “words”\.</textarea>")


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"name": ""}, 422),
        ({"email": "x"}, 422),
        ({"website": "x"}, 422),
        ({"token": "forged"}, 422),
        ({"seconds": 1}, 422),
        ({"seconds": 7 * 60 * 60}, 422),
        ({"to": "99"}, 422),
        ({"preview": "1"}, 200),
        ({"headers": {"sec-fetch-site": "cross-site"}}, 403),
    ],
)
def test_a_refused_reply_stands_in_the_form(
    client: Client, steel: Edition, given: dict[str, Any], status: int
) -> None:
    answer = sent(client, steel, text=TEXT, **given)
    assert answer.status_code == status
    assert SHOWN.search(answer.content.decode())
    assert not Reply.objects.exists()


def test_so_does_what_is_too_much_or_there_already(client: Client, steel: Edition) -> None:
    assert sent(client, steel, text=TEXT).status_code == 303
    for status, email in ((409, "reader@example.org"), (429, "another@example.org")):
        for n in range(4):
            sent(client, steel, text=f"More {n}")
        answer = sent(client, steel, text=TEXT, email=email)
        assert answer.status_code == status
        assert SHOWN.search(answer.content.decode())
    assert answer["Retry-After"] == "600"


def test_the_form_goes_on_without_a_reply_that_went_away(client: Client, steel: Edition) -> None:
    """Its moderator changed their mind while somebody wrote an answer."""
    parent = a_reply(steel, public=True)
    Reply.objects.filter(pk=parent.pk).update(state=Reply.State.REJECTED)
    again = sent(client, steel, text=TEXT, to=str(parent.pk)).content.decode()
    assert "no longer here" in again
    assert 'name="to"' not in again
    assert SHOWN.search(again)


def test_an_answer_to_an_answer_is_refused_with_its_text(client: Client, steel: Edition) -> None:
    answer = a_reply(steel, "Second level", parent=a_reply(steel, public=True), public=True)
    refused = sent(client, steel, text=TEXT, to=str(answer.pk))
    assert refused.status_code == 422
    assert SHOWN.search(refused.content.decode())


def test_a_thread_that_closed_meanwhile_gives_the_text_back(client: Client, steel: Edition) -> None:
    Thread.objects.create(article=steel.article, rule="closed")
    answer = sent(client, steel, text=TEXT)
    assert answer.status_code == 403
    assert SHOWN.search(answer.content.decode())
    assert "readonly" in answer.content.decode()
    assert "<textarea" not in client.get("/articles/steel/reply/").content.decode()


def test_so_does_an_article_that_was_withdrawn_meanwhile(client: Client, steel: Edition) -> None:
    withdraw(steel.article, by=None, at=timezone.now(), reason="Permission was taken back.")
    answer = sent(client, steel, text=TEXT)
    assert answer.status_code == 410
    assert SHOWN.search(answer.content.decode())
    assert "<textarea" not in client.get("/articles/steel/").content.decode()


def test_what_filled_the_trap_is_taken_out_of_it(client: Client, steel: Edition) -> None:
    """A browser may have done it: nobody could empty a field that nobody sees."""
    again = sent(client, steel, text=TEXT, website="https://x.example").content.decode()
    assert "https://x.example" not in again


def test_mending_a_mistake_may_be_quick(client: Client, steel: Edition) -> None:
    """The form had been open for long enough when it was sent the first time."""
    again = sent(client, steel, name="").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', again)
    assert token
    assert sent(client, steel, token=token[1]).status_code == 303


def test_a_form_of_another_article_is_none_of_this_one(client: Client, steel: Edition) -> None:
    strange = form_token("reply-999", timezone.now() - timedelta(minutes=1))
    assert sent(client, steel, token=strange, text=TEXT).status_code == 422


@pytest.mark.parametrize(
    "given", [{"name": ""}, {"token": "forged"}, {"headers": {"sec-fetch-site": "cross-site"}}]
)
def test_a_refused_message_stands_in_the_form(client: Client, given: dict[str, Any]) -> None:
    assert SHOWN.search(written(client, text=TEXT, **given).content.decode())
