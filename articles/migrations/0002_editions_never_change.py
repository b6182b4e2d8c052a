"""The database refuses to change what an edition published (design, invariant 2)."""

from django.db import migrations

MESSAGE = "An edition never changes. Publish a further one."
COLUMNS = "article_id number kind public_note published_at slug language title standfirst body".split()
OLD = ", ".join(f"old.{c}" for c in COLUMNS)
NEW = ", ".join(f"new.{c}" for c in COLUMNS)
SQLITE = f"""
CREATE TRIGGER edition_never_changes BEFORE UPDATE ON articles_edition
WHEN ({OLD}, old.snapshot) IS NOT ({NEW}, new.snapshot)
BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRES = f"""
CREATE FUNCTION edition_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER edition_never_changes BEFORE UPDATE ON articles_edition FOR EACH ROW
WHEN (({OLD}, old.snapshot) IS DISTINCT FROM ({NEW}, new.snapshot))
EXECUTE FUNCTION edition_never_changes();
"""


def guard(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER edition_never_changes")
    else:
        schema_editor.execute("DROP TRIGGER edition_never_changes ON articles_edition")
        schema_editor.execute("DROP FUNCTION edition_never_changes()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
