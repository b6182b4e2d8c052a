"""Whoever declared an error of a source hears when the source has changed it, once, and nobody else."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.desk.models import Preference
from indicators.upstream_errors.declaring import reject
from tests.integration.upstream_errors.builders import declared, the_statement
from tests.newsroom import FEBRUARY, MARCH, a_series, somebody, stated

pytestmark = pytest.mark.django_db
MARCH_10 = date(2025, 3, 10)
type Restated = Callable[[str], None]


@pytest.fixture
def declarer() -> User:
    return somebody("Data editor")


@pytest.fixture
def restated(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Restated:
    """The source states this instead, and the transaction ends."""

    def restate(value: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            stated(a_series(), "2024", value, MARCH_10, at=MARCH)

    return restate


def test_the_mail_says_what_and_how_it_ended(declarer: User, restated: Restated) -> None:
    declared(the_statement(), by=declarer)
    somebody("Data editor", "another")
    restated("9.543")
    (sent,) = mail.outbox
    assert sent.to == [declarer.email]
    assert sent.subject == "A source has changed a figure that you declared to be wrong"
    assert "- Production of cars, China, 2024 (STAT): Fixed by the source\n" in sent.body
    assert sent.body.endswith("/admin/\n")


def test_it_speaks_the_language_of_the_person(declarer: User, restated: Restated) -> None:
    Preference.objects.create(person=declarer, language="zh-hans")
    declared(the_statement(), by=declarer)
    restated("9.6")
    assert "Changed by the source" not in mail.outbox[0].body


def test_who_ended_it_themselves_gets_none(declarer: User, restated: Restated) -> None:
    statement = the_statement()
    reject(declared(statement, by=declarer), reason="They are right.", by=declarer, at=FEBRUARY)
    restated("9.543")
    assert mail.outbox == []


def test_who_has_no_address_gets_none(declarer: User, restated: Restated) -> None:
    declared(the_statement(), by=declarer)
    User.objects.filter(pk=declarer.pk).update(email="")
    restated("9.543")
    assert mail.outbox == []


def test_nor_who_may_not_see_it_any_more(declarer: User, restated: Restated) -> None:
    declared(the_statement(), by=declarer)
    declarer.groups.clear()
    restated("9.543")
    assert mail.outbox == []
