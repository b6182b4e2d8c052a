"""The database refuses to change a vintage (design, invariant 2)."""

from django.db import migrations

MESSAGE = "A vintage never changes. Record a further one."
SQLITE = f"""
CREATE TRIGGER vintage_never_changes BEFORE UPDATE ON indicators_vintage
WHEN (old.value, old.low, old.high, old.qualifier, old.unit_mult, old.decimals, old.status, old.stated_on,
      old.recorded_at, old.change_kind, old.reason, old.note, old.observation_id, old.release_id)
 IS NOT (new.value, new.low, new.high, new.qualifier, new.unit_mult, new.decimals, new.status, new.stated_on,
      new.recorded_at, new.change_kind, new.reason, new.note, new.observation_id, new.release_id)
BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRES = f"""
CREATE FUNCTION vintage_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER vintage_never_changes BEFORE UPDATE ON indicators_vintage FOR EACH ROW
WHEN ((old.value, old.low, old.high, old.qualifier, old.unit_mult, old.decimals, old.status, old.stated_on,
       old.recorded_at, old.change_kind, old.reason, old.note, old.observation_id, old.release_id)
  IS DISTINCT FROM
      (new.value, new.low, new.high, new.qualifier, new.unit_mult, new.decimals, new.status, new.stated_on,
       new.recorded_at, new.change_kind, new.reason, new.note, new.observation_id, new.release_id))
EXECUTE FUNCTION vintage_never_changes();
"""


def guard(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER vintage_never_changes")
    else:
        schema_editor.execute("DROP TRIGGER vintage_never_changes ON indicators_vintage")
        schema_editor.execute("DROP FUNCTION vintage_never_changes()")


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
