"""PostgreSQL: a weighted tsvector with GIN finds and ranks. No extension."""

from typing import Any

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import MATCHED, TITLED, Row, Title, scope_sql

WEIGHTS = "{0.1, 0.4, 0.6, 1.0}"  # of D, C, B, A: body, standfirst, keywords, title
BY_LENGTH = 1  # divide by 1 + the logarithm of the length
BEST = """
SELECT e.id, ts_rank(%s, d.vector, q.q, %s) AS score, {columns}
FROM (SELECT %s::tsquery AS q) AS q, articles_searchdocument AS d, ({editions}) AS e
WHERE d.vector @@ q.q AND e.id = d.edition_id ORDER BY score DESC, e.id DESC LIMIT %s
"""

KEYWORDS = """
SELECT keyword_id, count(*) AS n FROM articles_editionkeyword WHERE edition_id = ANY(%s)
GROUP BY keyword_id ORDER BY n DESC, keyword_id LIMIT %s
"""


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
    wanted = [_clause(c, weight) for c in query.wanted]
    return " & ".join([*wanted, *("!" + _clause(c, weight) for c in query.unwanted)])


class PostgresEngine:
    """Search by tsvector and ts_rank."""

    def best(self, query: Query, editions: Any, most: int) -> list[Row]:
        rows = self._ranked(match_expression(query), editions, MATCHED, most)
        return [Row(*row) for row in rows]

    def titles(self, query: Query, editions: Any, most: int) -> list[Title]:
        rows = self._ranked(match_expression(query, "A"), editions, TITLED, most)
        return [Title(*row) for row in rows]

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(KEYWORDS, [editions, most])
            return list(cursor.fetchall())

    def _ranked(self, expression: str, editions: Any, columns: tuple[str, ...], most: int) -> list[Any]:
        listed, sql, params = scope_sql(editions, columns)
        with connection.cursor() as cursor:
            cursor.execute(
                BEST.format(columns=listed, editions=sql), [WEIGHTS, BY_LENGTH, expression, *params, most]
            )
            return list(cursor.fetchall())
