"""What engines answer with."""

from datetime import datetime
from typing import Any, NamedTuple

COLUMNS = ("id", "language", "issued_year", "first_published_at")


class Row(NamedTuple):
    """A match: enough to rank, to narrow and to count it."""

    id: int
    score: float
    language: str
    year: int | None
    first_published: datetime | str


def scope_sql(editions: Any) -> tuple[str, Any]:
    """The SELECT of the editions that may be found, with `COLUMNS`, and its parameters."""
    sql, params = editions.order_by().values(*COLUMNS).query.sql_with_params()
    return sql, params
