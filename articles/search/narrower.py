"""Counting results by keyword as the choice of one narrows them: what is narrower counts too, each article once."""

from collections.abc import Sequence

from django.db import connection

from articles.editions.models import EditionKeyword
from taxonomy.models import Keyword

# CROSS JOIN fixes the order of the joins in SQLite: from the editions found, never from all that carry a term.
COUNTED = """
WITH RECURSIVE below(top, term) AS (
    SELECT id, id FROM {keyword} WHERE id IN ({tops})
    UNION
    SELECT below.top, k.id FROM below JOIN {keyword} k ON k.parent_id = below.term
), found(edition) AS (VALUES {editions})
SELECT below.top, COUNT(DISTINCT found.edition)
FROM found CROSS JOIN {carried} carried CROSS JOIN below
WHERE carried.edition_id = found.edition AND below.term = carried.keyword_id
GROUP BY below.top
"""


def counted_with_narrower(keywords: Sequence[int], editions: Sequence[int]) -> dict[int, int]:
    """How many of these editions carry each of these keywords or anything narrower. One query; none for nothing."""
    if not (keywords and editions):
        return {}
    statement = COUNTED.format(
        keyword=connection.ops.quote_name(Keyword._meta.db_table),
        carried=connection.ops.quote_name(EditionKeyword._meta.db_table),
        tops=", ".join(str(int(pk)) for pk in keywords),
        editions=", ".join(f"({int(pk)})" for pk in editions),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return dict(cursor.fetchall())
