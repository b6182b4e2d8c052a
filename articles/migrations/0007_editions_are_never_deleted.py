"""The database refuses to delete an edition, unless its schedule was cancelled before its time came."""

from django.db import migrations, models

MESSAGE = "An edition is never deleted. Withdraw the article."
KEPT = "old.cancelled_at IS NULL OR old.cancelled_at >= old.published_at"
SQLITE = f"""
CREATE TRIGGER edition_is_never_deleted BEFORE DELETE ON articles_edition WHEN {KEPT}
BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRES = f"""
CREATE FUNCTION edition_is_never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER edition_is_never_deleted BEFORE DELETE ON articles_edition FOR EACH ROW
WHEN ({KEPT}) EXECUTE FUNCTION edition_is_never_deleted();
"""


def guard(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER edition_is_never_deleted")
    else:
        schema_editor.execute("DROP TRIGGER edition_is_never_deleted ON articles_edition")
        schema_editor.execute("DROP FUNCTION edition_is_never_deleted()")


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_publishing")]
    operations = [
        migrations.AlterField(
            model_name="edition",
            name="translations",
            field=models.JSONField(
                default=list, help_text="Editions of it in other languages, with their intervals."
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(guard, unguard),
    ]
