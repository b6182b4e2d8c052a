"""What holds for every test: no network but loopback, and no deadline that a busy machine could miss."""

from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.network import allow_only_loopback

allow_only_loopback()

hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _passwords_are_hashed_fast(settings: pytest.FixtureRequest) -> None:
    """Real hashing is slow on purpose; nothing in the suite depends on its strength."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _files_go_to_a_place_of_their_own(settings: Any, tmp_path: Path) -> None:
    """No test writes into the files of the site."""
    settings.MEDIA_ROOT = tmp_path / "media"
