"""What `tests.seed` puts back is what `loaddata seed` leaves, on both databases."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from taxonomy.models import Keyword
from tests import seed
from tests.newsroom import a_keyword, an_article, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_was_kept_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seed, "_kept", [])


def everything() -> dict[str, seed.Rows]:
    """Every row of every model."""
    found = apps.get_models(include_auto_created=True)
    return {model._meta.label: seed._rows(model) for model in found if seed._is_a_table(model)}


def found(word: str) -> int:
    return Client().get("/search/", {"q": word}).content.decode().count("new-quality-productive-forces")


def undone(act: Callable[[], None]) -> dict[str, seed.Rows]:
    """The rows after an act, which is then undone."""
    with transaction.atomic():
        act()
        rows = everything()
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The times that the fixture itself was loaded."""
    made: list[str] = []

    def called(*arguments: str, **options: Any) -> None:
        made.append(arguments[1])
        call_command(*arguments, **options)

    monkeypatch.setattr(seed, "call_command", called)
    return made


def test_the_rows_are_those_that_loading_leaves(loads: list[str]) -> None:
    loaded = undone(seed.load_the_seed)
    assert undone(seed.load_the_seed) == loaded
    assert loads == ["seed"]
    assert len(loaded["articles.Edition"]) == 3


def test_the_search_finds_it_and_the_next_row_finds_a_free_number() -> None:
    undone(seed.load_the_seed)
    seed.load_the_seed()
    assert found("lithium") == found("zebra") == 0 < found("solar")
    published(an_article(title="Solar", keywords=("Solar",)))
    assert Edition.objects.count() == 4
    assert Keyword.objects.count() == len({*Keyword.objects.values_list("slug", flat=True)}) == 13


def test_where_something_was_written_before_it_is_loaded(loads: list[str]) -> None:
    undone(seed.load_the_seed)
    a_keyword("China")
    seed.load_the_seed()
    assert loads == ["seed", "seed"]
    assert Keyword.objects.filter(slug="china").count() == 1


def test_what_was_loaded_beside_other_rows_is_not_kept(loads: list[str]) -> None:
    with transaction.atomic():
        a_keyword("Glass")
        seed.load_the_seed()
        transaction.set_rollback(True)
    seed.load_the_seed()
    assert loads == ["seed", "seed"]
    assert not Keyword.objects.filter(slug="glass").exists()


def test_rows_of_yesterday_are_loaded_anew(loads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    undone(seed.load_the_seed)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    seed.load_the_seed()
    assert loads == ["seed", "seed"]


def test_references_hold() -> None:
    undone(seed.load_the_seed)
    seed.load_the_seed()
    connection.check_constraints()
