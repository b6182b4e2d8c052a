"""The two engines behind one interface. Which one answers is decided by the database.

An engine turns a `Query` into SQL that ranks editions, and it drives: editions are looked up from its
matches, in their order, never the other way round.
"""

from typing import Any, Protocol

from django.db import connection

from articles.search.asking import Query
from articles.search.engines.postgres import PostgresEngine
from articles.search.engines.rows import Row, Title
from articles.search.engines.sqlite import SqliteEngine


class Engine(Protocol):
    """What an engine does."""

    def best(
        self,
        query: Query,
        editions: Any,
        most: int,
        *,
        among: int,
        narrowed: bool = False,
        in_titles: bool = False,
    ) -> list[Row]:
        """Matches within `editions`, best first; of a word that stands in more, among so many of the newest.

        Args:
            narrowed: the editions asked about may be none of the newest matches; then either the newest of them
                are ranked, or all.
            in_titles: only those whose title has all the words. What is unwanted is looked for there only as well.
        """

    def titles(
        self, query: Query, editions: Any, most: int, *, among: int, narrowed: bool = False
    ) -> list[Title]:
        """As `best`, for editions whose title has all the words, the last one as a beginning."""

    def verdicts(self, editions: list[int]) -> list[tuple[int, str]]:
        """These editions with the verdicts of their figures as known now, each once."""

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        """Ids of the keywords that most of these editions carry, with how many do."""


def engine() -> Engine:
    """The engine of the default database."""
    return SqliteEngine() if connection.vendor == "sqlite" else PostgresEngine()
