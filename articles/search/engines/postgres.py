"""PostgreSQL: a weighted tsvector with GIN finds and ranks. No extension."""

from typing import Any

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import Row, scope_sql

WEIGHTS = "{0.1, 0.4, 0.6, 1.0}"  # of D, C, B, A: body, standfirst, keywords, title
BY_LENGTH = 1  # divide by 1 + the logarithm of the length
BEST = """
SELECT e.id, ts_rank(%s, d.vector, q.q, %s) AS score, e.language, e.issued_year, e.first_published_at
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
        return self._ranked(match_expression(query), editions, most)

    def titles(self, query: Query, editions: Any, most: int) -> list[int]:
        return [row.id for row in self._ranked(match_expression(query, "A"), editions, most)]

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(KEYWORDS, [editions, most])
            return list(cursor.fetchall())

    def _ranked(self, expression: str, editions: Any, most: int) -> list[Row]:
        sql, params = scope_sql(editions)
        with connection.cursor() as cursor:
            cursor.execute(BEST.format(editions=sql), [WEIGHTS, BY_LENGTH, expression, *params, most])
            return [Row(*row) for row in cursor.fetchall()]
