"""What engines answer with."""

from datetime import datetime
from typing import Any, NamedTuple

MATCHED = ("language", "issued_year", "first_published_at")
TITLED = ("language", "slug", "title")


class Row(NamedTuple):
    """A match: enough to rank, to narrow and to count it."""

    id: int
    score: float
    language: str
    year: int | None
    first_published: datetime | str


class Title(NamedTuple):
    """A match by its title."""

    id: int
    score: float
    language: str
    slug: str
    title: str


def scope_sql(editions: Any, columns: tuple[str, ...]) -> tuple[str, str, Any]:
    """For the editions that may be found: the list of `columns`, the SELECT, and its parameters."""
    sql, params = editions.order_by().values("id", *columns).query.sql_with_params()
    return ", ".join(f"e.{column}" for column in columns), sql, params
