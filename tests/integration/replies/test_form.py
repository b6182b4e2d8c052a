"""The form of readers: what it takes, and a clear answer to everything else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.replies.models import HoldWord, Reply, Thread
from articles.workflow.actions import withdraw
from tests.integration.replies.visiting import PAGE, a_reply, sent

pytestmark = pytest.mark.django_db


def test_the_form_sets_no_cookie_and_is_not_kept(client: Client, steel: Edition) -> None:
    page = client.get(PAGE)
    assert page.status_code == 200
    assert not page.cookies
    assert page["Cache-Control"] == "private, no-cache, max-age=0"
    for part in ('autocomplete="name"', 'autocomplete="email"', "noindex", 'name="token"'):
        assert part in page.content.decode()


def test_a_reply_waits(client: Client, steel: Edition) -> None:
    HoldWord.objects.create(word="Casino")
    answer = sent(
        client, steel, text="casino at https://x.example", notify="on", remote="2001:db8:1:2:3:4:5:6"
    )
    assert answer.status_code == 303
    assert answer["Location"] == f"{PAGE}?sent"
    assert not client.cookies
    reply = Reply.objects.get()
    assert (reply.state, reply.reasons) == ("held", ["links:1", "word:Casino"])
    assert (reply.address, reply.notify) == ("2001:db8:1:2::", True)
    assert reply.events.get().verb == "submit"
    assert "moderator" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"name": " "}, 422, "Enter your name."),
        ({"email": "x"}, 422, "Enter an e-mail address such as"),
        ({"text": "\x00\u202e"}, 422, "Write something."),
        ({"name": "\u200b\u3164"}, 422, "Enter your name."),
        ({"name": "x" * 81}, 422, "Shorten your name: at most 80 letters, now 81."),
        ({"email": "x" * 300 + "@example.org"}, 422, "Enter an e-mail address such as"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, 422, "Enter an e-mail address such as"),
        ({"email": '"\x01"@example.org'}, 422, "Enter an e-mail address such as"),
        ({"email": "\x00"}, 422, "Enter an e-mail address such as"),
        ({"text": "x" * 1_000_000}, 422, "at most 5000 letters, now 1000000"),
        ({"website": "https://x.example"}, 422, "It is empty again"),
        ({"token": "forged:1:x"}, 422, "open for too long"),
        ({"seconds": 7 * 60 * 60}, 422, "open for too long"),
        ({"seconds": 1}, 422, "very quick"),
        ({"headers": {"sec-fetch-site": "cross-site"}}, 403, "another site"),
        ({"headers": {"origin": "https://x.example"}}, 403, "another site"),
        ({"to": "99"}, 422, "no longer here"),
        ({"to": "9" * 400}, 303, ""),
    ],
)
def test_bad_input_is_told(
    client: Client, steel: Edition, given: dict[str, Any], status: int, told: str
) -> None:
    answer = sent(client, steel, **given)
    assert answer.status_code == status
    assert told in answer.content.decode()
    assert Reply.objects.exists() is (status == 303)


def test_html_is_shown_as_typed(client: Client, steel: Edition) -> None:
    shown = sent(client, steel, text="<script>alert(1)</script>\n\nTwo", preview="1").content.decode()
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in shown
    assert not Reply.objects.exists()


def test_many_posts_leave_few_rows(client: Client, steel: Edition) -> None:
    statuses = [sent(client, steel, text=f"Reply {n}").status_code for n in range(500)]
    assert statuses == [303] * 5 + [429] * 495
    assert Reply.objects.count() == 5
    assert sent(client, steel, text="From elsewhere", remote="198.51.100.8").status_code == 303


def test_the_same_twice_is_taken_once(client: Client, steel: Edition) -> None:
    assert [sent(client, steel).status_code for _ in range(2)] == [303, 409]
    assert Reply.objects.count() == 1


@pytest.mark.parametrize(("rule", "taken"), [("", False), ("open", True), ("closed", False)])
def test_an_article_closes(client: Client, steel: Edition, rule: str, taken: bool) -> None:
    old = timezone.now() - timedelta(days=91)
    Edition.objects.filter(pk=steel.pk).update(first_published_at=old)
    Thread.objects.create(article=steel.article, rule=rule)
    assert (sent(client, steel).status_code == 303) is taken
    assert ("reply/" in client.get("/articles/steel/").content.decode()) is taken


def test_a_withdrawn_article_takes_none(client: Client, steel: Edition) -> None:
    a_reply(steel, public=True)
    withdraw(steel.article, by=None, at=timezone.now(), reason="Permission was taken back.")
    assert client.get(PAGE).status_code == sent(client, steel).status_code == 410
    assert "Zyxophone" not in client.get("/articles/steel/").content.decode()
