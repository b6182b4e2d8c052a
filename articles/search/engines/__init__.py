"""The two engines behind one interface. Which one answers is decided by the database.

An engine turns a `Query` into SQL that ranks editions; it is asked for at most `BEST` of them, and it drives: editions
are looked up from its matches in their order, never the other way round.
"""

from typing import Any, Protocol

from django.db import connection

from articles.search.asking import Query
from articles.search.engines.postgres import PostgresEngine
from articles.search.engines.sqlite import SqliteEngine

Row = tuple[int, float, str, int | None]


class Engine(Protocol):
    """What an engine does."""

    def best(self, query: Query, editions: Any, most: int) -> list[Row]:
        """Matches among `editions`, best first: (edition id, score, language, issued year), higher is better."""

    def titles(self, query: Query, editions: Any, most: int) -> list[int]:
        """Ids of editions whose title has all the words, the last one as a beginning; best first."""


def engine() -> Engine:
    """The engine of the default database."""
    return SqliteEngine() if connection.vendor == "sqlite" else PostgresEngine()
