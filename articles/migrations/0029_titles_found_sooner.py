"""Titles have a vector of their own, and finding has three functions. PostgreSQL only.

A title's vector is small and stays in its row, so that the newest of many titles are found by reading backwards; its
index finds the rare ones. Who asks for all matches, because the question narrows them, expects many: the planner has
to know that. No function starts workers or compiles: it has answered before they would help.
"""

from django.db import migrations

SWIFT = "SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off"


def finding(name, column, rows):
    return f"""
    CREATE FUNCTION {name}(asked tsquery, among integer) RETURNS TABLE (edition_id bigint)
    LANGUAGE plpgsql STABLE ROWS {rows} {SWIFT} AS $$
    BEGIN
      RETURN QUERY EXECUTE
        'SELECT d.edition_id FROM articles_searchdocument AS d
         WHERE d.{column} @@ $1 ORDER BY d.edition_id DESC LIMIT $2'
        USING asked, among;
    END $$
    """


ALL = f"""
CREATE FUNCTION articles_search_all(asked tsquery) RETURNS TABLE (edition_id bigint)
LANGUAGE plpgsql STABLE ROWS 20000 {SWIFT} AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT d.edition_id FROM articles_searchdocument AS d WHERE d.vector @@ $1'
    USING asked;
END $$
"""
FORWARDS = [
    "DROP FUNCTION articles_search_titles(tsquery, integer)",
    "DROP FUNCTION articles_search(tsquery, integer)",
    "DROP INDEX search_by_title",
    """
    ALTER TABLE articles_searchdocument
    ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED
    """,
    """
    CREATE INDEX search_by_title ON articles_searchdocument USING gin (title_vector)
    WITH (gin_pending_list_limit = 256)
    """,
    finding("articles_search", "vector", 500),
    finding("articles_search_titles", "title_vector", 100),
    ALL,
]


def finding_as_before(name, searched, forbidden):
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


BACKWARDS = [
    "DROP FUNCTION articles_search_all(tsquery)",
    "DROP FUNCTION articles_search_titles(tsquery, integer)",
    "DROP FUNCTION articles_search(tsquery, integer)",
    "ALTER TABLE articles_searchdocument DROP COLUMN title_vector",
    """
    CREATE INDEX search_by_title ON articles_searchdocument USING gin (to_tsvector('simple', title))
    WITH (gin_pending_list_limit = 256)
    """,
    finding_as_before("articles_search", "d.vector", ""),
    finding_as_before(
        "articles_search_titles", "to_tsvector(''simple'', d.title)", "SET enable_indexscan = off"
    ),
]


def forwards(apps, schema_editor):
    for statement in FORWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in BACKWARDS if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_about_in_each_language")]
    operations = [migrations.RunPython(forwards, backwards)]
