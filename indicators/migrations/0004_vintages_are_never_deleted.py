"""The database refuses to delete a vintage (design, invariant 2)."""

from django.db import migrations

MESSAGE = "A vintage is never deleted. Record a withdrawal."
SQLITE = f"""
CREATE TRIGGER vintage_is_never_deleted BEFORE DELETE ON indicators_vintage
BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRES = f"""
CREATE FUNCTION vintage_is_never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER vintage_is_never_deleted BEFORE DELETE ON indicators_vintage FOR EACH ROW
EXECUTE FUNCTION vintage_is_never_deleted();
"""


def guard(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER vintage_is_never_deleted")
    else:
        schema_editor.execute("DROP TRIGGER vintage_is_never_deleted ON indicators_vintage")
        schema_editor.execute("DROP FUNCTION vintage_is_never_deleted()")


class Migration(migrations.Migration):
    dependencies = [("indicators", "0003_iso_areas_and_currencies")]
    operations = [migrations.RunPython(guard, unguard)]
