"""The database keeps the logs as written, but for addresses; nobody whom they name is deleted."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError
from django.test import Client

from articles.audit.models import SignIn
from articles.audit.sources import tables
from articles.front_page.verbs import Chosen, compose
from articles.house.models import HouseRule
from articles.media.models import Image
from articles.releases.models import JointRelease
from articles.workflow.models import Transition
from taxonomy.acting import asking_from
from taxonomy.change_log import KeywordChange
from taxonomy.standing import accept
from tests.newsroom import FEBRUARY, JANUARY, a_keyword, an_article, an_editor, an_image

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["transition", "keyword", "sign-in", "front-page"])
def row(request: Any) -> Any:
    """One row of each log."""
    editor = an_editor()
    if request.param == "transition":
        return Transition.objects.create(
            article=an_article(), verb="publish", at=JANUARY, by=editor, address="203.0.113.9", reason="Why"
        )
    if request.param == "keyword":
        accept([a_keyword("Trade", status="candidate")], by=editor, at=JANUARY)
        return KeywordChange.objects.get()
    if request.param == "front-page":
        with asking_from("203.0.113.9"):
            return compose("en", Chosen(), by=editor, at=JANUARY).events.get()
    return SignIn.objects.create(verb="in", at=JANUARY, by=editor, name="editor", address="203.0.113.9")


@pytest.mark.parametrize(
    "change", [{"at": FEBRUARY}, {"by": None}, {"address": "203.0.113.10"}, {"verb": "out"}]
)
def test_a_row_of_a_log_does_not_change(row: Any, change: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**change)


def test_a_row_of_a_log_is_not_deleted(row: Any) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()


def test_an_address_may_be_forgotten(row: Any) -> None:
    assert type(row).objects.filter(pk=row.pk).update(address=None) == 1


def test_an_article_deleted_for_good_leaves_its_log() -> None:
    article = an_article()
    row = Transition.objects.create(article=article, verb="trash", at=JANUARY)
    article.delete()
    row.refresh_from_db()
    assert row.article is None


def test_who_did_something_is_not_deleted(row: Any) -> None:
    with pytest.raises(ProtectedError):
        row.by.delete()


def test_the_account_of_somebody_in_the_log_offers_no_deletion(client: Client) -> None:
    client.force_login(an_editor())
    idle = User.objects.create_user("idle")
    former = User.objects.create_user("former")
    SignIn.objects.create(verb="in", at=JANUARY, by=former, name="former")
    assert client.get(f"/admin/auth/user/{idle.pk}/delete/").status_code == 200
    assert client.get(f"/admin/auth/user/{former.pk}/delete/").status_code == 403
    page = client.get(f"/admin/auth/user/{former.pk}/change/").content.decode()
    assert "instead of deleting accounts" in page


def test_pictures_releases_and_house_rules_have_histories_in_the_log() -> None:
    an_image("Port")
    JointRelease.objects.create(title="Budget day", created_at=JANUARY)
    HouseRule.objects.create(avoid="utilise", use="use")
    logged = {table.name: [table.entry(row).name for row in table.matching({})] for table in tables()}
    assert logged[Image._meta.model_name or ""] == ["Port"]
    assert logged["jointrelease"] == ["Budget day"]
    assert logged["houserule"] == ["utilise"]
