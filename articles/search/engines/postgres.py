"""PostgreSQL: a weighted tsvector with GIN finds and ranks, in a function of migration 0024. No extension."""

from typing import Any

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import MATCHED, TITLED, Row, Title, scope_sql

BEST = """
SELECT e.id, m.score, {columns}
FROM articles_search(%s::tsquery, %s::tsquery, %s) AS m JOIN ({editions}) AS e ON e.id = m.edition_id
ORDER BY m.score DESC, e.id DESC LIMIT %s
"""

KEYWORDS = """
SELECT keyword_id, count(*) AS n FROM articles_editionkeyword WHERE edition_id = ANY(%s)
GROUP BY keyword_id ORDER BY n DESC, keyword_id LIMIT %s
"""

VERDICTS = "SELECT DISTINCT edition_id, verdict FROM articles_quotation WHERE edition_id = ANY(%s)"


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _clause(clause: Clause, weight: str) -> str:
    if clause.beginning:
        exact = _quoted(clause.terms[0]) + f":{weight}" * bool(weight)
        return f"({exact} | {_quoted(clause.beginning)}:*{weight})"
    suffix = f":{weight}" * bool(weight)
    return "(" + " <-> ".join(_quoted(term) + suffix for term in clause.terms) + ")"


def match_expression(query: Query, weight: str = "") -> str:
    """The query as a tsquery, every token quoted; with a weight, in that column only."""
    unwanted = ["!" + _clause(clause, weight) for clause in query.unwanted]
    return " & ".join([rank_expression(query, weight), *unwanted])


def rank_expression(query: Query, weight: str = "") -> str:
    """What is wanted, without what is not: `ts_rank` would count the absence of a word for nearly nothing."""
    return " & ".join(_clause(clause, weight) for clause in query.wanted)


class PostgresEngine:
    """Search by tsvector and ts_rank."""

    def best(self, query: Query, editions: Any, most: int, *, among: int | None = None) -> list[Row]:
        return [Row(*row) for row in self._ranked(query, "", editions, MATCHED, most, among)]

    def titles(self, query: Query, editions: Any, most: int) -> list[Title]:
        return [Title(*row) for row in self._ranked(query, "A", editions, TITLED, most, None)]

    def verdicts(self, editions: list[int]) -> list[tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute(VERDICTS, [editions])
            return list(cursor.fetchall())

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(KEYWORDS, [editions, most])
            return list(cursor.fetchall())

    def _ranked(
        self,
        query: Query,
        weight: str,
        editions: Any,
        columns: tuple[str, ...],
        most: int,
        among: int | None,
    ) -> list[Any]:
        listed, sql, params = scope_sql(editions, columns)
        asked = [match_expression(query, weight), rank_expression(query, weight), among]
        with connection.cursor() as cursor:
            cursor.execute(BEST.format(columns=listed, editions=sql), [*asked, *params, most])
            return list(cursor.fetchall())
