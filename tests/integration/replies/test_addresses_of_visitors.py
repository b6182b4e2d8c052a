"""From where a visitor wrote is kept as short as the form says, in the log as well."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from articles.editions.models import Edition
from articles.replies.forgetting import erase_all, forget
from articles.replies.models import Reply, ReplyEvent
from articles.replies.verbs import reject
from nqpf.client_address import networks
from tests.integration.replies.visiting import PAGE, sent
from tests.newsroom import somebody

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)


def test_the_log_knows_no_more_than_the_reply(client: Client, steel: Edition) -> None:
    sent(client, steel, remote="2001:db8:1:2:3:4:5:6")
    assert Reply.objects.get().address == ReplyEvent.objects.get().address == "2001:db8:1:2::"


def test_the_log_forgets_with_the_reply(client: Client, steel: Edition) -> None:
    sent(client, steel)
    late = timezone.now() + MONTH + timedelta(minutes=1)
    forget(late - timedelta(days=1), MONTH)
    assert ReplyEvent.objects.get().address
    forget(late, MONTH)
    assert not ReplyEvent.objects.exclude(address=None).exists()
    assert not Reply.objects.exclude(address=None).exists()


def test_the_log_keeps_from_where_moderators_decided(client: Client, steel: Edition) -> None:
    sent(client, steel)
    client.force_login(somebody("Moderator"))
    chosen = {"action": "approve", "_selected_action": [Reply.objects.get().pk]}
    client.post("/admin/articles/reply/?state__exact=held", chosen, REMOTE_ADDR="203.0.113.4")
    forget(timezone.now() + MONTH + timedelta(minutes=1), MONTH)
    assert ReplyEvent.objects.get(verb="approve").address == "203.0.113.4"


def test_erasing_takes_it_out_of_the_log(client: Client, steel: Edition) -> None:
    sent(client, steel)
    assert erase_all("reader@example.org", by=None, at=timezone.now()) == 1
    assert not ReplyEvent.objects.exclude(address=None).exists()


def test_a_refused_reply_goes_with_its_address(client: Client, steel: Edition) -> None:
    sent(client, steel)
    reject(Reply.objects.get(), by=None, at=timezone.now())
    assert forget(timezone.now() + MONTH + timedelta(minutes=1), MONTH).refused == 1
    assert not ReplyEvent.objects.exclude(address=None).exists()


@override_settings(TRUSTED_PROXIES=networks(["10.0.0.0/8"]))
def test_behind_a_proxy_visitors_are_told_apart(client: Client, steel: Edition) -> None:
    """And nobody gets a new allowance by writing an address into the header themselves."""
    statuses = []
    for n in range(6):
        forged = {"x-forwarded-for": f"192.0.2.{n}, 198.51.100.1"}
        statuses.append(sent(client, steel, text=f"Text {n}", remote="10.0.0.1", headers=forged).status_code)
    assert statuses == [303] * 5 + [429]
    other = {"x-forwarded-for": "198.51.100.2"}
    assert sent(client, steel, text="Other", remote="10.0.0.1", headers=other).status_code == 303


def test_the_form_says_for_how_long(client: Client, steel: Edition) -> None:
    shown = client.get(PAGE).content.decode()
    assert "We keep your network address for 30 days and your e-mail address for a year." in shown
    assert 'href="/contact/write/"' in shown
