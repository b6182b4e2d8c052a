"""Clearing a test database: it comes back as the migrations left it, and the triggers step aside for it."""

from typing import Any

import pytest
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import TransactionTestCase

GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_is_never_deleted'"


def let_tests_clear_their_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The triggers against deletion step aside for the clearing between tests, and only for that."""
    operations: Any = DatabaseWrapper.ops_class
    clear = operations.execute_sql_flush

    def execute_sql_flush(self: Any, sql_list: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(GUARDS)
            guards = cursor.fetchall()
        aside = [f"DROP TRIGGER {name}" for name, _sql in guards]
        clear(self, [*aside, *sql_list, *(sql for _name, sql in guards)])

    monkeypatch.setattr(operations, "execute_sql_flush", execute_sql_flush)


def let_tests_leave_what_they_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that clears its database puts back what the migrations wrote, whichever test comes next.

    Django does so before such a test instead of after it: a test of another kind that follows finds
    nothing, and one that follows a plain clearing finds the rows of `post_migrate` in its way.
    """
    clear = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def _fixture_teardown(self: TransactionTestCase) -> None:
        clear(self)
        for name in self._databases_names(include_mirrors=False):  # type: ignore[attr-defined]
            connection: Any = connections[name]
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)

    monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", _fixture_teardown)
    monkeypatch.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda cls: None))
