"""PostgreSQL: tsvectors with GIN find, in functions of migration 0029; then the newest are ranked. No extension."""

from typing import Any, Literal

from django.db import connection

from articles.search.asking import Clause, Query
from articles.search.engines.rows import MATCHED, TITLED, Row, Title, scope_sql

# Finding reads no vector, ranking unpacks each: so the newest that may be shown are chosen in between.
BEST = """
SELECT e.id, ts_rank('{{0.1, 0.4, 0.6, 1.0}}', {ranked}, %s::tsquery, 1) AS score, {columns}
FROM (
  SELECT e.* FROM {found} ORDER BY e.id DESC LIMIT %s
) AS e JOIN articles_searchdocument AS d ON d.edition_id = e.id
ORDER BY score DESC, e.id DESC LIMIT %s
"""
# The newest matches are few, and each is looked up: OFFSET 0 keeps the planner from reading the editions instead.
NEWEST = """articles_search{titles}(%s::tsquery, {among}) AS m
  CROSS JOIN LATERAL (SELECT * FROM ({editions}) AS e WHERE e.id = m.edition_id OFFSET 0) AS e"""
ALL = "articles_search_all(%s::tsquery) AS m JOIN ({editions}) AS e ON e.id = m.edition_id"
ALL_TITLES = "articles_search_titles(%s::tsquery, NULL) AS m JOIN ({editions}) AS e ON e.id = m.edition_id"
TEXT = "d.vector"
TITLE = "setweight(d.title_vector, 'A')"

KEYWORDS = """
SELECT keyword_id, count(*) AS n FROM articles_editionkeyword WHERE edition_id = ANY(%s::bigint[])
GROUP BY keyword_id ORDER BY n DESC, keyword_id LIMIT %s
"""

VERDICTS = "SELECT DISTINCT edition_id, verdict FROM articles_quotation WHERE edition_id = ANY(%s::bigint[])"


type Titles = Literal["", "_titles"]


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


def found_by(titles: Titles, *, among: int | None) -> str:
    """What is searched, with room for the editions: the newest matches, so many, or all of them."""
    if among is None:
        return ALL_TITLES if titles else ALL
    return NEWEST.replace("{titles}", titles).replace("{among}", str(int(among)))


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
        titles: Titles = "_titles" if in_titles else ""
        found = found_by(titles, among=None if narrowed else among)
        return [Row(*row) for row in self._ranked(found, TEXT, query, editions, MATCHED, (among, most))]

    def titles(
        self, query: Query, editions: Any, most: int, *, among: int, narrowed: bool = False
    ) -> list[Title]:
        found = found_by("_titles", among=None if narrowed else among)
        return [Title(*row) for row in self._ranked(found, TITLE, query, editions, TITLED, (among, most))]

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
        found: str,
        ranked: str,
        query: Query,
        editions: Any,
        columns: tuple[str, ...],
        limits: tuple[int, int],
    ) -> list[Any]:
        """Rows, best first; the limits are of those that are ranked, and of the answer."""
        listed, sql, params = scope_sql(editions, columns)
        statement = BEST.format(columns=listed, ranked=ranked, found=found.format(editions=sql))
        asked = [rank_expression(query), match_expression(query), *params, *limits]
        with connection.cursor() as cursor:
            cursor.execute(statement, asked)
            return list(cursor.fetchall())
