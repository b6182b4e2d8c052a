"""What every test of public pages starts from."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from articles.contact.current import contact, forget_contact


@pytest.fixture(autouse=True)
def contact_is_read_anew(db: None) -> Iterator[None]:
    """The details that a process keeps do not go from one test's database to the next; queries for them are spent."""
    forget_contact()
    contact()
    yield
    forget_contact()
    translation.activate("en")
