"""The audit log: everything that was done, by whom, from where; searched, exported, never changed."""

import csv
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import get_resolver

from articles.audit.asking import page_of_log
from articles.audit.models import HistoricalUser, SignIn
from articles.audit.sources import tables
from articles.workflow.models import Transition
from indicators.catalogue.models import Source
from tests.newsroom import a_keyword, a_series, a_source, an_article, an_editor, published, stated

pytestmark = pytest.mark.django_db
LOG = "/admin/articles/signin/"
WHERE: dict[str, Any] = {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture
def at_desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def test_a_change_in_the_admin_is_logged_with_person_and_address(at_desk: Client) -> None:
    source = a_source("STAT")
    fields = {"name": "=Office of numbers", "slug": "stat", "code": "STAT", "homepage": "", "note": ""}
    page = f"/admin/indicators/source/{source.pk}/change/"
    assert at_desk.post(page, fields, **WHERE).status_code == 302
    row = Source.history.first()
    assert (row.history_user.username, row.address, row.history_type) == ("editor", "203.0.113.9", "~")
    html = at_desk.get(LOG, {"words": "office of", "kind": "source"}).content.decode()
    assert "203.0.113.9" in html
    assert page in html
    answer: Any = at_desk.get(f"{LOG}export.csv", {"words": "office of"})
    lines = b"".join(answer.streaming_content).decode()
    rows = list(csv.DictReader(lines.splitlines()))
    assert [(r["person"], r["verb"], r["object"]) for r in rows][:1] == [
        ("editor", "changed", "'=Office of numbers")
    ]


def test_signing_in_failing_and_signing_out(client: Client) -> None:
    an_editor()
    form = {"username": "editor", "password": "wrong"}
    client.post("/admin/login/", form, **WHERE)
    client.post("/admin/login/", {**form, "password": "a long password"}, **WHERE)
    client.post("/admin/logout/", **WHERE)
    assert list(SignIn.objects.order_by("pk").values_list("verb", "name", "address")) == [
        ("failed", "editor", "203.0.113.9"), ("in", "editor", "203.0.113.9"), ("out", "editor", "203.0.113.9"),
    ]  # fmt: skip


def test_a_verb_on_an_article_keeps_the_address(at_desk: Client) -> None:
    article = an_article()
    at_desk.post(
        f"/admin/articles/article/{article.pk}/publish/", {"version": 1, "confirm_warnings": "on"}, **WHERE
    )
    assert Transition.objects.latest("pk").address == "203.0.113.9"


def test_accounts_are_logged_without_their_passwords() -> None:
    person = User.objects.create_user("somebody", password="a long password")
    person.groups.add(Group.objects.get(name="Editor"))
    rows = HistoricalUser.objects.filter(username="somebody")
    assert [r.groups.count() for r in rows.order_by("pk")] == [0, 1]
    assert "password" not in {field.name for field in HistoricalUser._meta.fields}


def test_everything_stands_in_one_list_newest_first() -> None:
    published(an_article(keywords=("Trade",)))
    stated(a_series(), "2024", "1")
    a_keyword("China")
    found, _older = page_of_log({}, before=None)
    assert {"article", "vintage", "keyword", "source", "series"} <= {entry.kind for entry in found}
    assert [entry.at for entry in found] == sorted((entry.at for entry in found), reverse=True)


def test_pages_follow_each_other_without_a_gap() -> None:
    for n in range(130):
        SignIn.objects.create(at=datetime(2025, 1, 1, 0, n // 3, tzinfo=UTC), verb="in", name=f"n{n}")
    seen: list[str] = []
    before = None
    for _page in range(5):
        found, before = page_of_log({"kind": "sign-in"}, before=before)
        seen += [entry.name for entry in found]
        if before is None:
            break
    assert sorted(seen) == sorted(f"n{n}" for n in range(130))


@pytest.mark.parametrize("many", [2, 60])
def test_the_page_asks_a_fixed_number_of_queries(
    at_desk: Client, many: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(many):
        a_keyword(f"k{n}")
    with django_assert_max_num_queries(len(list(tables())) + 6):
        assert at_desk.get(LOG).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "x"},
        {"verb": "zz"},
        {"before": "x"},
        {"words": "\x00"},
        {"object": "9" * 30},
        {"verb": "merge", "person": "e"},
    ],
)
def test_odd_questions_get_an_answer(at_desk: Client, asked: dict[str, str]) -> None:
    assert at_desk.get(LOG, asked).status_code == 200


def test_only_with_the_permission(client: Client) -> None:
    author = User.objects.create_user("author", is_staff=True)
    author.groups.add(Group.objects.get(name="Author"))
    client.force_login(author)
    assert client.get(LOG).status_code == 403
    assert client.get(f"{LOG}export.csv").status_code == 403
    author.groups.set([Group.objects.get(name="Editor")])
    assert client.get(LOG).status_code == 200


def test_no_address_changes_the_log(at_desk: Client) -> None:
    row = SignIn.objects.create(at=datetime(2025, 1, 1, tzinfo=UTC), verb="in", name="n")
    for address in (f"{LOG}{row.pk}/change/", f"{LOG}{row.pk}/delete/", f"{LOG}add/"):
        assert at_desk.post(address, {"post": "yes"}).status_code == 404
    assert at_desk.post(LOG, {"action": "delete_selected"}).status_code == 405
    assert not [name for name in get_resolver().reverse_dict if "historical" in str(name)]


def test_addresses_are_forgotten_and_nothing_else() -> None:
    old = SignIn.objects.create(
        at=datetime(2020, 1, 1, tzinfo=UTC), verb="in", name="old", address="203.0.113.9"
    )
    call_command("forget_addresses", verbosity=0)
    assert SignIn.objects.filter(pk=old.pk, address=None, name="old").exists()


def test_a_readers_question_sets_nothing(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        client.get("/robots.txt")
