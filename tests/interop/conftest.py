"""The library is built once a process, every address is asked once, and the clients read what was answered."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from articles.contact.current import forget_contact
from tests.interop.addresses import EVERY
from tests.interop.library import a_library, behind_keys, sent_by_readers

HERE = Path(__file__).parent
HOST = "http://testserver"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answered."""

    address: str
    status: int
    type: str
    body: bytes

    @property
    def url(self) -> str:
        return HOST + self.address

    @property
    def text(self) -> str:
        return self.body.decode()


type Answers = dict[str, Answer]


# Before xdist reads the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A database is made for marked tests only, and each of these needs the answers."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.django_db)
            # One process builds the library for all of them.
            item.add_marker(pytest.mark.xdist_group("interop"))


@pytest.fixture(scope="session")
def answers(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Answers:
    """Every address with its answer; what no address names before the library is there has a name in words.

    Nothing of the library stays in the database.
    """
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        forget_contact()
        a_library()
        found = {address: _asked(address) for address in EVERY}
        found |= {name: _asked(address) for name, address in behind_keys().items()}
        found |= {name: _sent(address, data) for name, (address, data) in sent_by_readers().items()}
        transaction.set_rollback(True)
    forget_contact()
    return found


def _asked(address: str) -> Answer:
    return _answer(address, Client().get(address))


def _sent(address: str, data: dict[str, str]) -> Answer:
    return _answer(address, Client().post(address, data))


def _answer(address: str, given: Any) -> Answer:
    body = b"".join(given.streaming_content) if given.streaming else given.content
    return Answer(address, given.status_code, given.headers["Content-Type"], body)
