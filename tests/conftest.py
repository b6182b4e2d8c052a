"""What holds for every test: no network but loopback, and no deadline that a busy machine could miss."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from articles.contact.current import forget_contact
from articles.reading.finished import shelf
from tests.asking import refuse_to_ask_later
from tests.guards import let_tests_clear_their_database, let_tests_leave_what_they_found
from tests.network import allow_only_loopback, name_this_machine

allow_only_loopback()
name_this_machine()

hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """SQLite in a file where a browser takes part: threads that share one in-memory connection would share
    its transactions as well."""
    if not any(item.get_closest_marker("browser") for item in request.session.items):
        return
    for database in django_settings.DATABASES.values():
        if database["ENGINE"].endswith("sqlite3"):
            database.setdefault("TEST", {})["NAME"] = str(
                tmp_path_factory.mktemp("database") / "test.sqlite3"
            )


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> None:
    """Which tests run on PostgreSQL as well is read off them before they run."""
    refuse_to_ask_later(fixturedef.argname, request._pyfuncitem)


@pytest.fixture(autouse=True)
def _passwords_are_hashed_fast(settings: pytest.FixtureRequest) -> None:
    """Real hashing is slow on purpose; nothing in the suite depends on its strength."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database of the run, and tests that clear it without leaving a trace."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        let_tests_clear_their_database(patch)
        let_tests_leave_what_they_found(patch)
        with django_db_blocker.block():
            yield


@pytest.fixture(autouse=True)
def _files_go_to_a_place_of_their_own(settings: Any, tmp_path: Path) -> None:
    """No test writes into the files of the site."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _nothing_is_kept_of_the_test_before() -> None:
    """What a process keeps for half a minute would outlive the rows of the test that wrote them."""
    forget_contact()
    shelf.clear()
    # Whoever asks for a page in another language leaves that language behind.
    translation.deactivate()
