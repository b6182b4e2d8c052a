"""What holds for every test: no network but loopback, and no deadline that a busy machine could miss."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.guards import let_tests_clear_their_database
from tests.network import allow_only_loopback

allow_only_loopback()

hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _passwords_are_hashed_fast(settings: pytest.FixtureRequest) -> None:
    """Real hashing is slow on purpose; nothing in the suite depends on its strength."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(scope="session", autouse=True)
def _clearing_is_allowed() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        let_tests_clear_their_database(patch)
        yield


@pytest.fixture(autouse=True)
def _files_go_to_a_place_of_their_own(settings: Any, tmp_path: Path) -> None:
    """No test writes into the files of the site."""
    settings.MEDIA_ROOT = tmp_path / "media"
