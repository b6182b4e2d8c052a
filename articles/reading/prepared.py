"""A question whose SQL the ORM writes once a process: building the same query again costs more than answering it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Stand in the statement where the slug and the moment go. Neither can occur in it otherwise.
SLUG = "\ue000slug\ue001"
MOMENT = datetime(1, 2, 3, 4, 5, 6, 789, tzinfo=UTC)


class Prepared:
    """A queryset of one slug and one moment, kept as SQL and asked with other values.

    Args:
        question: from a slug and a moment to a `values_list` queryset. The named querysets stay the only place that
            says what is current; this only remembers what they compile to.
    """

    def __init__(self, question: Callable[[str, datetime], QuerySet[Any, Any]]) -> None:
        self._question = question
        self._statements: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def first(self, slug: str, at: datetime) -> tuple[Any, ...] | None:
        """The first row, with its columns as the database driver gives them (JSON as text)."""
        sql, template = self._statements.get(connection.vendor) or self._compile()
        moment = connection.ops.adapt_datetimefield_value(at)
        values = {SLUG: slug, connection.ops.adapt_datetimefield_value(MOMENT): moment}
        with connection.cursor() as cursor:
            cursor.execute(sql, [values.get(each, each) for each in template])
            row: tuple[Any, ...] | None = cursor.fetchone()
        return row

    def _compile(self) -> tuple[str, tuple[Any, ...]]:
        sql, template = self._question(SLUG, MOMENT)[:1].query.sql_with_params()
        self._statements[connection.vendor] = (sql, tuple(template))
        return self._statements[connection.vendor]
