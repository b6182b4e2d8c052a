"""The database keeps the log of keywords as it was written.

Remaking a table on SQLite drops its triggers: a later migration that does so must make these again.
"""

from django.db import migrations

MESSAGE = "The log is never changed. What was done stays written."
# Table -> (columns that stay for good, columns that may be emptied).
LOGS = {
    "taxonomy_keywordchange": (
        ["id", "keyword_id", "name", "verb", "other_id", "undoes_id", "message", "at", "by_id", "detail"],
        ["address"],
    ),
}


def _sqlite(table, kept, emptied):
    name = table.partition("_")[2]
    same = " AND ".join([f"NEW.{c} IS OLD.{c}" for c in kept] + [f"(NEW.{c} IS OLD.{c} OR NEW.{c} IS NULL)" for c in emptied])
    return [
        f"CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON {table} WHEN NOT ({same}) "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        f"CREATE TRIGGER {name}_is_never_deleted BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    ]


def _postgres(table, kept, emptied):
    name = table.partition("_")[2]
    same = " AND ".join(
        [f"NEW.{c} IS NOT DISTINCT FROM OLD.{c}" for c in kept]
        + [f"(NEW.{c} IS NOT DISTINCT FROM OLD.{c} OR NEW.{c} IS NULL)" for c in emptied]
    )
    return [
        f"CREATE FUNCTION {name}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation'; END $$",
        f"CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({same})) "
        f"EXECUTE FUNCTION {name}_never_changes()",
        f"CREATE TRIGGER {name}_is_never_deleted BEFORE DELETE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION {name}_never_changes()",
    ]


def guard(apps, schema_editor):
    make = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgres
    for table, (kept, emptied) in LOGS.items():
        for statement in make(table, kept, emptied):
            schema_editor.execute(statement)


def unguard(apps, schema_editor):
    for table in LOGS:
        name = table.partition("_")[2]
        on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
        schema_editor.execute(f"DROP TRIGGER {name}_never_changes{on}")
        schema_editor.execute(f"DROP TRIGGER {name}_is_never_deleted{on}")
        if on:
            schema_editor.execute(f"DROP FUNCTION {name}_never_changes()")


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0004_histories")]
    operations = [migrations.RunPython(guard, unguard)]
