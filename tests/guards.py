"""Clearing a test database: SQLite has no TRUNCATE, and our triggers rightly refuse a DELETE."""

from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper

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
