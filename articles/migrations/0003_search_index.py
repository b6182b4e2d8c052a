"""The full-text index behind the search documents: an FTS5 table kept by triggers, or a generated tsvector with GIN.

Tokens arrive analysed and separated by spaces, so each database only has to split at spaces. A later migration that
makes Django rebuild `articles_searchdocument` on SQLite drops the triggers: it must run `SQLITE_TRIGGERS` again.
"""

from django.db import migrations

COLUMNS = "title keywords standfirst body".split()
NAMES = ", ".join(COLUMNS)
OLD = ", ".join(f"old.{c}" for c in COLUMNS)
NEW = ", ".join(f"new.{c}" for c in COLUMNS)
FORGET = f"INSERT INTO articles_search (articles_search, rowid, {NAMES}) VALUES ('delete', old.edition_id, {OLD});"
LEARN = f"INSERT INTO articles_search (rowid, {NAMES}) VALUES (new.edition_id, {NEW});"

SQLITE_TABLE = f"""
CREATE VIRTUAL TABLE articles_search USING fts5(
  {NAMES}, content='articles_searchdocument', content_rowid='edition_id',
  tokenize="ascii tokenchars '.'", prefix='2 3 4'
)
"""
SQLITE_TRIGGERS = [
    f"CREATE TRIGGER search_learns AFTER INSERT ON articles_searchdocument BEGIN {LEARN} END",
    f"CREATE TRIGGER search_forgets AFTER DELETE ON articles_searchdocument BEGIN {FORGET} END",
    f"CREATE TRIGGER search_relearns AFTER UPDATE ON articles_searchdocument BEGIN {FORGET} {LEARN} END",
]
SQLITE = [
    SQLITE_TABLE,
    "INSERT INTO articles_search (articles_search, rank) VALUES ('rank', 'bm25(10.0, 6.0, 4.0, 1.0)')",
    *SQLITE_TRIGGERS,
    "INSERT INTO articles_search (articles_search) VALUES ('rebuild')",
]
VECTOR = " || ".join(f"setweight(to_tsvector('simple', {c}), '{w}')" for c, w in zip(COLUMNS, "ABCD"))
# Vectors stay in the rows (MAIN), because ranking reads the vector of every match. The list of what the index has
# still to take in is kept short, because every search reads it.
#
# The planner does not know what it costs to unpack a vector, and for a common word prefers to read the table from
# end to end, ten times slower. The function's own setting makes the index drive, whatever the statistics say.
POSTGRES = [
    f"ALTER TABLE articles_searchdocument ADD COLUMN vector tsvector GENERATED ALWAYS AS ({VECTOR}) STORED",
    "ALTER TABLE articles_searchdocument ALTER COLUMN vector SET STORAGE MAIN",
    "CREATE INDEX search_by_token ON articles_searchdocument USING gin (vector) WITH (gin_pending_list_limit = 256)",
    """
    CREATE FUNCTION articles_search(asked tsquery, ranked tsquery) RETURNS TABLE (edition_id bigint, score real)
    LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
      SELECT d.edition_id, ts_rank('{0.1, 0.4, 0.6, 1.0}', d.vector, ranked, 1)
      FROM articles_searchdocument AS d WHERE d.vector @@ asked
    $$
    """,
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER search_learns",
        "DROP TRIGGER search_forgets",
        "DROP TRIGGER search_relearns",
        "DROP TABLE articles_search",
    ],
    "postgresql": [
        "DROP FUNCTION articles_search(tsquery, tsquery)",
        "ALTER TABLE articles_searchdocument DROP COLUMN vector",
    ],
}


def build(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def raze(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_editions_never_change")]
    operations = [migrations.RunPython(build, raze)]
