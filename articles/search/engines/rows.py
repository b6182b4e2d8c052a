"""What engines answer with."""

from datetime import date, datetime
from typing import Any, NamedTuple

MATCHED = ("language", "issued_year", "publication_id", "settled_on", "first_published_at")
TITLED = ("language", "slug", "title")


class Row(NamedTuple):
    """A match: enough to rank, to narrow and to count it."""

    id: int
    score: float
    language: str
    year: int | None
    publication: int | None
    settled: date | str
    first_published: datetime | str

    @property
    def settled_on(self) -> date:
        """From this day on its figures are as the index of quotations tells them; SQLite answers with text."""
        return date.fromisoformat(self.settled) if isinstance(self.settled, str) else self.settled


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
