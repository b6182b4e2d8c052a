"""A keyword and everything narrower, found by address without walking the tree."""

from django.db import connection
from django.db.models.expressions import RawSQL

QUERY = """
WITH RECURSIVE under (id) AS (
  SELECT COALESCE(k.replaced_by_id, k.id) FROM taxonomy_keyword k
  WHERE k.slug = %s OR k.id IN (SELECT a.keyword_id FROM taxonomy_keywordalias a WHERE a.slug = %s)
  UNION
  SELECT k.id FROM taxonomy_keyword k JOIN under ON k.parent_id = under.id
)
SELECT id FROM under
"""


def ids_under(slug: str) -> list[int]:
    """The ids of the keyword at an address (present or former) and of all below it; empty if there is none."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [slug, slug])
        return [row[0] for row in cursor.fetchall()]


def under(slug: str) -> RawSQL:
    """The same as an expression, for `__in`."""
    return RawSQL(QUERY, [slug, slug])  # noqa: S611  (a constant query with bound parameters)
