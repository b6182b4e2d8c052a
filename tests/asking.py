"""Which tests ask for the database: a rule that is read before they run, and held against them as they run."""

import inspect
import unittest
from pathlib import Path

import pytest

# Only here may a test be taken to be the same beside every database.
PURE = Path(__file__).parent / "unit"
DATABASE = frozenset(
    {
        "db",
        "transactional_db",
        "django_db_reset_sequences",
        "django_db_serialized_rollback",
        "django_db_setup",
        "live_server",
    }
)


def is_pure(item: pytest.Item) -> bool:
    """Whether a test says the same beside every database: it stands among the pure ones and asks for none."""
    return PURE in item.path.parents and not asks_for_the_database(item)


def asks_for_the_database(item: pytest.Item) -> bool:
    """By its mark, by its class, or by a fixture that it names, itself or through others."""
    asked = {*getattr(item, "fixturenames", ())}
    # pytest-django itself hands the blocker to every test: only who names it may unblock the database.
    named = {*inspect.signature(item.obj).parameters} if isinstance(item, pytest.Function) else set()
    return (
        item.get_closest_marker("django_db") is not None
        or not isinstance(item, pytest.Function)
        or (item.cls is not None and issubclass(item.cls, unittest.TestCase))
        or not DATABASE.isdisjoint(asked)
        or "django_db_blocker" in named
    )


def refuse_to_ask_later(fixture: str, item: pytest.Item) -> None:
    """A test that got the database in a way that the rule does not see would go missing on PostgreSQL."""
    if fixture in DATABASE and is_pure(item):
        pytest.fail(f"{item.nodeid} asks for the database while it runs: mark it django_db.", pytrace=False)
