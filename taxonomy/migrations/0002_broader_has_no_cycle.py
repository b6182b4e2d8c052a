"""The database refuses a cycle in `broader` (design, invariant 3), also from bulk updates and raw SQL."""

from django.db import migrations

MESSAGE = "A keyword cannot stand below itself."
SQLITE = """
CREATE TRIGGER keyword_broader_has_no_cycle_on_{name} AFTER {event} ON taxonomy_keyword
WHEN new.parent_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '{message}') WHERE new.id IN (
    WITH RECURSIVE above(id) AS (
      SELECT new.parent_id
      UNION
      SELECT k.parent_id FROM taxonomy_keyword k JOIN above ON k.id = above.id WHERE k.parent_id IS NOT NULL
    ) SELECT id FROM above
  );
END
"""
# The lock makes two transactions that move keywords wait for each other: neither sees the other's move before.
POSTGRES = f"""
CREATE FUNCTION keyword_broader_has_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('keyword_broader_has_no_cycle'));
  IF EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT new.parent_id
      UNION
      SELECT k.parent_id FROM taxonomy_keyword k JOIN above ON k.id = above.id WHERE k.parent_id IS NOT NULL
    ) SELECT 1 FROM above WHERE id = new.id
  ) THEN
    RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keyword_broader_has_no_cycle AFTER INSERT OR UPDATE OF parent_id ON taxonomy_keyword
FOR EACH ROW WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION keyword_broader_has_no_cycle();
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, event in {"insert": "INSERT", "update": "UPDATE OF parent_id"}.items():
            schema_editor.execute(SQLITE.format(name=name, event=event, message=MESSAGE))
    else:
        schema_editor.execute(POSTGRES)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("insert", "update"):
            schema_editor.execute(f"DROP TRIGGER keyword_broader_has_no_cycle_on_{name}")
    else:
        schema_editor.execute("DROP TRIGGER keyword_broader_has_no_cycle ON taxonomy_keyword")
        schema_editor.execute("DROP FUNCTION keyword_broader_has_no_cycle()")


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
