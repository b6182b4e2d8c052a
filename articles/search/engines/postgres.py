"""PostgreSQL: tsvectors with GIN find, in functions of migration 0027; then the newest are ranked. No extension."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import MATCHED, TITLED, Row, Title, scope_sql

# Finding reads no vector, ranking unpacks each: so the newest that may be shown are chosen in between.
BEST = """
SELECT e.id, ts_rank('{{0.1, 0.4, 0.6, 1.0}}', {ranked}, %s::tsquery, 1) AS score, {columns}
FROM (
  SELECT e.* FROM {function}(%s::tsquery, %s) AS m JOIN ({editions}) AS e ON e.id = m.edition_id
  ORDER BY e.id DESC LIMIT %s
) AS e JOIN articles_searchdocument AS d ON d.edition_id = e.id
ORDER BY score DESC, e.id DESC LIMIT %s
"""
TEXTS = {"function": "articles_search", "ranked": "d.vector"}
TITLES = {
    "function": "articles_search_titles",
    "ranked": "setweight(to_tsvector('simple', d.title), 'A')",
}

KEYWORDS = """
SELECT keyword_id, count(*) AS n FROM articles_editionkeyword WHERE edition_id = ANY(%s::bigint[])
GROUP BY keyword_id ORDER BY n DESC, keyword_id LIMIT %s
"""

VERDICTS = "SELECT DISTINCT edition_id, verdict FROM articles_quotation WHERE edition_id = ANY(%s::bigint[])"


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _clause(clause: Clause) -> str:
    if clause.beginning:
        return f"({_quoted(clause.terms[0])} | {_quoted(clause.beginning)}:*)"
    return "(" + " <-> ".join(_quoted(term) for term in clause.terms) + ")"


def match_expression(query: Query) -> str:
    """The query as a tsquery, every token quoted."""
    unwanted = ["!" + _clause(clause) for clause in query.unwanted]
    return " & ".join([rank_expression(query), *unwanted])


def rank_expression(query: Query) -> str:
    """What is wanted, without what is not: `ts_rank` would count the absence of a word for nearly nothing."""
    return " & ".join(_clause(clause) for clause in query.wanted)


def _array(numbers: list[int]) -> str:
    """A thousand numbers as one word, which is sooner written than a list of them."""
    return "{" + ",".join(map(str, numbers)) + "}"


class PostgresEngine:
    """Search by tsvector and ts_rank."""

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
        searched = TEXTS | {"function": TITLES["function"]} if in_titles else TEXTS
        limits = (None if narrowed else among, among, most)
        return [Row(*row) for row in self._ranked(searched, query, editions, MATCHED, limits)]

    def titles(
        self, query: Query, editions: Any, most: int, *, among: int, narrowed: bool = False
    ) -> list[Title]:
        found = None if narrowed else among
        return [Title(*row) for row in self._ranked(TITLES, query, editions, TITLED, (found, among, most))]

    def verdicts(self, editions: list[int]) -> list[tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute(VERDICTS, [_array(editions)])
            return list(cursor.fetchall())

    def keywords(self, editions: list[int], most: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            cursor.execute(KEYWORDS, [_array(editions), most])
            return list(cursor.fetchall())

    def _ranked(
        self,
        searched: Mapping[str, str],
        query: Query,
        editions: Any,
        columns: tuple[str, ...],
        limits: tuple[int | None, int, int],
    ) -> list[Any]:
        """Rows, best first; the limits are of the matches found, of those that are ranked, and of the answer."""
        listed, sql, params = scope_sql(editions, columns)
        found, among, most = limits
        asked = [rank_expression(query), match_expression(query), found, *params, among, most]
        with connection.cursor() as cursor:
            cursor.execute(BEST.format(columns=listed, editions=sql, **searched), asked)
            return list(cursor.fetchall())
