"""A daily job that never runs is told to those who keep the house, by what it has left undone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.audit.models import SignIn
from articles.enquiries.models import Enquiry
from articles.links.asking import Answer
from articles.links.checking import check_links
from articles.links.models import OutgoingLink
from articles.replies.models import Reply
from articles.upkeep.undone import undone
from articles.writing.models import Article
from tests.newsroom import an_article, an_editor, published, somebody

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)


def told(at: datetime = NOW) -> list[str]:
    return [each.command for each in undone(at)]


@pytest.fixture(autouse=True)
def somebody_keeps_the_house() -> None:
    an_editor("keeper")


def a_reply(days_ago: int, **more: object) -> Reply:
    written = {"name": "Reader", "email": "", "text": "Good.", "created_at": NOW - days_ago * DAY, **more}
    return Reply.objects.create(article=an_article(), **written)


def a_sign_in(days_ago: int) -> SignIn:
    return SignIn.objects.create(at=NOW - days_ago * DAY, verb="in", name="editor", address="192.0.2.1")


def a_printed_link() -> OutgoingLink:
    body = '<p>See <a href="https://example.org/report">the report</a>.</p>'
    published(an_article(body), at=NOW - 400 * DAY)
    return OutgoingLink.objects.get()


def test_a_new_site_has_left_nothing_undone() -> None:
    a_printed_link()
    a_reply(0, address="192.0.2.0", email="reader@example.org")
    assert told() == []


@pytest.mark.parametrize(
    "left",
    [
        lambda: a_reply(33, address="192.0.2.0"),
        lambda: a_reply(33, state=Reply.State.SPAM),
        lambda: a_reply(368, email="reader@example.org"),
        lambda: Enquiry.objects.create(
            name="Reader", text="Hello.", created_at=NOW - 33 * DAY, address="192.0.2.0", email=""
        ),
    ],
)
def test_what_is_kept_of_visitors_for_too_long_is_told_until_it_is_forgotten(
    left: Callable[[], object],
) -> None:
    left()
    assert told(NOW - 2 * DAY) == []
    assert told() == ["forget_visitors"]
    call_command("forget_visitors", stdout=StringIO())
    assert told() == []


def test_so_are_addresses_in_the_log() -> None:
    a_sign_in(183)
    assert told(NOW - 2 * DAY) == []
    assert told() == ["forget_addresses"]
    call_command("forget_addresses", stdout=StringIO())
    assert told() == []


def test_and_the_trash() -> None:
    Article.objects.create(slug="a", title="Title", trashed_at=NOW - 33 * DAY)
    assert told() == ["empty_trash"]
    call_command("empty_trash", stdout=StringIO())
    assert told() == []


def test_and_links_unless_the_queue_is_only_long() -> None:
    link = a_printed_link()
    a_sign_in(3)
    assert told() == ["check_links"]
    check_links(at=NOW, asking=lambda _url: Answer("ok", 200))
    assert told() == []
    assert told(NOW + 15 * DAY) == []
    assert told(NOW + 17 * DAY) == ["check_links"]
    OutgoingLink.objects.create(url="https://example.org/other", checked_at=NOW + 16 * DAY)
    assert told(NOW + 17 * DAY) == []
    assert OutgoingLink.objects.due(NOW + 17 * DAY).get() == link


def test_administrators_are_told_on_their_desk_and_nobody_else(client: Client) -> None:
    a_reply(40, address="192.0.2.0")
    for role, hears in (("Administrator", True), ("Editor", False), ("Moderator", False)):
        client.force_login(somebody(role))
        page = client.get("/admin/").content.decode()
        assert ("manage.py forget_visitors" in page) is hears


def test_a_check_of_the_database_warns_once(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check", databases=["default"])
    assert "W001" not in capsys.readouterr().err
    a_reply(40, address="192.0.2.0")
    a_sign_in(200)
    call_command("check", databases=["default"])
    said = capsys.readouterr().err
    assert said.count("articles.W001") == 1
    assert "forget_visitors" in said
    assert "forget_addresses" in said
    call_command("check")
    assert "W001" not in capsys.readouterr().err


def test_asking_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        told()
