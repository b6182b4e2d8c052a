"""The seed, and a client that says what it got."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.seed import load_the_seed


class Api:
    """A client of the API: addresses below /api/v1/, answers as JSON."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=True)

    def get(self, address: str, status: int = 200, **headers: str) -> Any:
        response = self.response(address, **headers)
        assert response.status_code == status, response.content
        return response.json()

    def response(self, address: str, **headers: str) -> Any:
        return self.client.get(
            address if address.startswith(("/", "http")) else f"/api/v1/{address}", headers=headers
        )

    def pages(self, address: str, follow: str = "next") -> list[list[Any]]:
        """All pages from an address on."""
        pages = []
        while address:
            answer = self.get(address)
            pages.append(answer["results"])
            address = answer[follow]
        return pages


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The seed, loaded once a module; each test works in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_the_seed()
        yield
        transaction.set_rollback(True)
