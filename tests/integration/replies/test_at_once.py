"""Many posts at the very same moment from one address, as several workers get them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.replies.models import Reply
from tests.integration.replies.visiting import sent
from tests.newsroom import an_article, published

# SQLite in memory, as tests have it, refuses a second writer where a file lets it wait.
pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="one process writes to SQLite at a time"
)


@pytest.mark.django_db(transaction=True)
def test_no_more_pass_than_one_after_the_other() -> None:
    steel = published(an_article(slug="steel", title="Steel"), at=timezone.now())

    def one(n: int) -> int:
        try:
            return sent(Client(), steel, text=f"Reply {n}").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as workers:
        statuses = sorted(workers.map(one, range(24)))
    assert statuses == [303] * 5 + [429] * 19
    assert Reply.objects.count() == 5


@pytest.mark.django_db(transaction=True)
def test_the_same_at_once_is_taken_once() -> None:
    steel = published(an_article(slug="steel", title="Steel"), at=timezone.now())

    def one(_n: int) -> int:
        try:
            return sent(Client(), steel).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as workers:
        statuses = sorted(workers.map(one, range(6)))
    assert statuses == [303] + [409] * 5
