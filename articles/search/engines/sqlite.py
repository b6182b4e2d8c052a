"""SQLite: FTS5 ranks, and each match in the order of its rank is looked up among the editions."""

import json
from typing import Any

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import MATCHED, TITLED, Row, Title, scope_sql

# CROSS JOIN fixes the order of the joins in SQLite, and the virtual table serves ORDER BY rank: with the
# LIMIT, no more editions are looked up than are asked for.
BEST = """
SELECT e.id, -f.rank, {columns}
FROM articles_search AS f CROSS JOIN ({editions}) AS e ON e.id = f.rowid
WHERE articles_search MATCH %s AND f.rowid >= {floor} ORDER BY f.rank LIMIT %s
"""
# The newest matches, so many, are those from this edition on.
FLOOR = """coalesce((
  SELECT rowid FROM articles_search WHERE articles_search MATCH %s ORDER BY rowid DESC LIMIT 1 OFFSET %s
), 0)"""

KEYWORDS = """
SELECT k.keyword_id, count(*) AS n FROM json_each(%s) AS j
CROSS JOIN articles_editionkeyword AS k ON k.edition_id = j.value
GROUP BY k.keyword_id ORDER BY n DESC, k.keyword_id LIMIT %s
"""

VERDICTS = """
SELECT DISTINCT q.edition_id, q.verdict FROM json_each(%s) AS j
CROSS JOIN articles_quotation AS q ON q.edition_id = j.value
"""


def _quoted(terms: tuple[str, ...]) -> str:
    return '"' + " ".join(terms).replace('"', '""') + '"'


def _clause(clause: Clause) -> str:
    if clause.beginning:
        return f"({_quoted(clause.terms)} OR {_quoted((clause.beginning,))} *)"
    return _quoted(clause.terms)


def match_expression(query: Query) -> str:
    """The query in the language of FTS5, every token quoted."""
    wanted = " AND ".join(_clause(c) for c in query.wanted)
    if not query.unwanted:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(_clause(c) for c in query.unwanted)})"


def _in_titles(query: Query) -> str:
    return f"{{title}} : ({match_expression(query)})"


class SqliteEngine:
    """Search by FTS5 and bm25; the weights are part of the table."""

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
        asked = _in_titles(query) if in_titles else match_expression(query)
        return [Row(*row) for row in self._ranked(asked, editions, MATCHED, most, 0 if narrowed else among)]

    def titles(
        self, query: Query, editions: Any, most: int, *, among: int, narrowed: bool = False
    ) -> list[Title]:
        asked = _in_titles(query)
        return [Title(*row) for row in self._ranked(asked, editions, TITLED, most, 0 if narrowed else among)]

    def verdicts(self, editions: list[int]) -> list[tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute(VERDICTS, [json.dumps(editions)])
            return list(cursor.fetchall())

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(KEYWORDS, [json.dumps(editions), most])
            return list(cursor.fetchall())

    def _ranked(
        self, expression: str, editions: Any, columns: tuple[str, ...], most: int, among: int
    ) -> list[Any]:
        """Rows, best first, among so many of the newest matches; 0: among all."""
        listed, sql, params = scope_sql(editions, columns)
        floor, newest = (FLOOR, (expression, among - 1)) if among else ("0", ())
        with connection.cursor() as cursor:
            statement = BEST.format(columns=listed, editions=sql, floor=floor)
            cursor.execute(statement, [*params, expression, *newest, most])
            return list(cursor.fetchall())
