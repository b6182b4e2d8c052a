"""A word that stands in very many texts is ranked among the newest of them: the function takes how many."""

from django.db import migrations

OLD = "articles_search(tsquery, tsquery)"
NEW = "articles_search(tsquery, tsquery, integer)"
FORWARDS = [
    f"DROP FUNCTION {OLD}",
    """
    CREATE FUNCTION articles_search(asked tsquery, ranked tsquery, among integer)
    RETURNS TABLE (edition_id bigint, score real)
    LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
      SELECT d.edition_id, ts_rank('{0.1, 0.4, 0.6, 1.0}', d.vector, ranked, 1)
      FROM articles_searchdocument AS d
      WHERE d.vector @@ asked AND (among IS NULL OR d.edition_id >= coalesce((
        SELECT n.edition_id FROM articles_searchdocument AS n WHERE n.vector @@ asked
        ORDER BY n.edition_id DESC LIMIT 1 OFFSET among
      ), 0))
    $$
    """,
]
BACKWARDS = [
    f"DROP FUNCTION {NEW}",
    """
    CREATE FUNCTION articles_search(asked tsquery, ranked tsquery) RETURNS TABLE (edition_id bigint, score real)
    LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
      SELECT d.edition_id, ts_rank('{0.1, 0.4, 0.6, 1.0}', d.vector, ranked, 1)
      FROM articles_searchdocument AS d WHERE d.vector @@ asked
    $$
    """,
]


def forwards(apps, schema_editor):
    for statement in FORWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in BACKWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_front_page")]
    operations = [migrations.RunPython(forwards, backwards)]
