"""Search first finds, then ranks: two functions find the newest texts, or titles, that answer. PostgreSQL only.

Ranking has to unpack the vector of every text that it looks at, and a common word stands in most of them. So the vectors
move out of the rows, which makes finding cheap, and only what may be shown is unpacked. A title has an index of its own:
asked for a weight, GIN would have to unpack the whole vector of every match.

The functions plan with the words at hand (EXECUTE), since the best way to a common word is another than to a rare one.
The planner does not know what it costs to unpack a vector, or to make one of a title, and would read the table from
end to end: their settings forbid it.
"""

from django.db import migrations

INDEX = "CREATE INDEX search_by_token ON articles_searchdocument USING gin (vector) WITH (gin_pending_list_limit = 256)"
RANKED = """
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
"""


def finding(name, searched, forbidden):
    return f"""
    CREATE FUNCTION {name}(asked tsquery, among integer) RETURNS TABLE (edition_id bigint)
    LANGUAGE plpgsql STABLE ROWS 1000 SET enable_seqscan = off {forbidden} AS $$
    BEGIN
      RETURN QUERY EXECUTE
        'SELECT d.edition_id FROM articles_searchdocument AS d
         WHERE {searched} @@ $1 ORDER BY d.edition_id DESC LIMIT $2'
        USING asked, among;
    END $$
    """


FORWARDS = [
    "DROP FUNCTION articles_search(tsquery, tsquery, integer)",
    "DROP INDEX search_by_token",
    "ALTER TABLE articles_searchdocument ALTER COLUMN vector SET STORAGE EXTERNAL",
    # Writes each vector anew, out of its row.
    "UPDATE articles_searchdocument SET title = title",
    INDEX,
    """
    CREATE INDEX search_by_title ON articles_searchdocument USING gin (to_tsvector('simple', title))
    WITH (gin_pending_list_limit = 256)
    """,
    finding("articles_search", "d.vector", ""),
    finding("articles_search_titles", "to_tsvector(''simple'', d.title)", "SET enable_indexscan = off"),
]
BACKWARDS = [
    "DROP FUNCTION articles_search_titles(tsquery, integer)",
    "DROP FUNCTION articles_search(tsquery, integer)",
    "DROP INDEX search_by_title",
    "DROP INDEX search_by_token",
    "ALTER TABLE articles_searchdocument ALTER COLUMN vector SET STORAGE MAIN",
    "UPDATE articles_searchdocument SET title = title",
    INDEX,
    RANKED,
]


def forwards(apps, schema_editor):
    for statement in FORWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in BACKWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_place_of_publications")]
    operations = [migrations.RunPython(forwards, backwards)]
