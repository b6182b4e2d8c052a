"""A visitor asks for what is kept of them: a moderator looks it up, sends it, or erases it."""

import json

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.editions.models import Edition
from articles.enquiries.models import Enquiry
from articles.enquiries.verbs import receive
from articles.replies.models import Reply
from articles.replies.verbs import Words
from tests.integration.replies.visiting import a_reply
from tests.newsroom import somebody

pytestmark = pytest.mark.django_db
PAGE = "/admin/articles/reply/visitor/"
ADDRESS = "QUIXOTE@example.org"


@pytest.fixture
def moderator(client: Client, steel: Edition) -> Client:
    a_reply(steel, "<i>Zyxophone</i>", public=True)
    a_reply(steel, "Of somebody else", email="other@example.org")
    receive(Words("Quixote", "quixote@example.org", "A question."), at=timezone.now())
    client.force_login(somebody("Moderator"))
    return client


def test_it_is_looked_up_and_sent(
    moderator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    assert "Zyxophone" not in moderator.get(PAGE).content.decode()
    with django_assert_max_num_queries(10):
        shown = moderator.post(PAGE, {"email": ADDRESS, "do": "show"}).content.decode()
    assert "&lt;i&gt;Zyxophone" in shown
    assert "A question." in shown
    assert "somebody else" not in shown
    sent = moderator.post(PAGE, {"email": ADDRESS, "do": "download"})
    assert "attachment" in sent["Content-Disposition"]
    assert [each["text"] for each in json.loads(sent.content)] == ["<i>Zyxophone</i>", "A question."]


def test_it_is_erased_after_a_tick_only(moderator: Client) -> None:
    assert "Tick this first" in moderator.post(PAGE, {"email": ADDRESS, "do": "erase"}).content.decode()
    assert Enquiry.objects.exists()
    done = moderator.post(PAGE, {"email": ADDRESS, "do": "erase", "sure": "on"}).content.decode()
    assert "2 replies and messages erased." in done
    assert not Enquiry.objects.exists()
    assert list(Reply.objects.order_by("pk").values_list("text", "state")) == [
        ("", "erased"),
        ("Of somebody else", "held"),
    ]
    assert "Zyxophone" not in Client().get("/articles/steel/").content.decode()


@pytest.mark.parametrize("email", ["", "x", "a" * 300 + "@example.org"])
def test_what_is_no_address_finds_nothing(moderator: Client, email: str) -> None:
    answer = moderator.post(PAGE, {"email": email, "do": "erase", "sure": "on"})
    assert answer.status_code == 200
    assert Reply.objects.filter(state="erased").count() == 0


def test_an_author_gets_nothing(client: Client) -> None:
    client.force_login(somebody("Author"))
    assert client.post(PAGE, {"email": ADDRESS, "do": "download"}).status_code == 403
