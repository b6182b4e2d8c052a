"""Clearing a test database: it comes back as the migrations left it, and the triggers step aside for it."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
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
    """A test that clears its database puts back what is there now, whichever test comes next.

    Django does so before such a test instead of after it, and only where the test asks for it: one that
    follows finds nothing, or the rows of `post_migrate` in its way.
    """
    kept = connections[DEFAULT_DB_ALIAS].creation.serialize_db_to_string()

    def clear_and_put_back(self: TransactionTestCase) -> None:
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        connections[DEFAULT_DB_ALIAS].creation.deserialize_db_from_string(kept)

    monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", clear_and_put_back)
