"""The database keeps the logs of verbs and of sign-ins as they were written; histories of further models.

Remaking a table on SQLite drops its triggers: a later migration that does so must make these again.
"""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

MESSAGE = "The log is never changed. What was done stays written."
# Table -> (columns that stay for good, columns that may be emptied).
LOGS = {
    "articles_transition": (
        ["id", "verb", "at", "by_id", "edition_number", "reason", "detail"],
        ["address", "article_id"],
    ),
    "articles_signin": (["id", "at", "verb", "by_id", "name"], ["address"]),
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

    dependencies = [
        ('articles', '0012_nothing_lost'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='signin',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='transition',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='HistoricalHouseRule',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('avoid', models.CharField(help_text='The words that are looked for.', max_length=120, verbose_name='not')),
                ('use', models.CharField(blank=True, help_text='What to write instead.', max_length=120, verbose_name='use')),
                ('note', models.CharField(blank=True, help_text='Why, in one sentence.', max_length=300, verbose_name='note')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('ur', 'Urdu'), ('zh-hans', 'Chinese (simplified)')], help_text='Empty for all languages.', max_length=8, verbose_name='language')),
                ('whole_word', models.BooleanField(default=True, help_text='Off for Chinese, which writes no spaces.', verbose_name='whole words only')),
                ('match_case', models.BooleanField(default=False, verbose_name='capitals matter')),
                ('is_active', models.BooleanField(default=True, verbose_name='in force')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical house rule',
                'verbose_name_plural': 'historical house rules',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalImage',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('slug', models.SlugField(editable=False, max_length=80, verbose_name='name in texts')),
                ('title', models.CharField(help_text='For finding it again. Readers do not see it.', max_length=200, verbose_name='title')),
                ('sha256', models.CharField(db_index=True, editable=False, max_length=64, validators=[django.core.validators.RegexValidator('^[0-9a-f]{64}\\Z')])),
                ('extension', models.CharField(choices=[('jpg', 'JPEG'), ('png', 'PNG')], editable=False, max_length=4)),
                ('width', models.PositiveIntegerField(editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(editable=False, verbose_name='height')),
                ('focal_x', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, from the left (%)')),
                ('focal_y', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, from the top (%)')),
                ('alternative', models.CharField(blank=True, help_text='What the picture says, for people who do not see it. Proposed wherever it is used.', max_length=400, verbose_name='alternative text')),
                ('decorative', models.BooleanField(default=False, help_text='It says nothing; readers who do not see it miss nothing.', verbose_name='decorative')),
                ('caption', models.CharField(blank=True, max_length=600, verbose_name='caption')),
                ('credit', models.CharField(blank=True, help_text='Who made it, as it is printed.', max_length=200, verbose_name='credit')),
                ('licence', models.CharField(blank=True, max_length=200, verbose_name='licence')),
                ('licence_url', models.URLField(blank=True, max_length=500, verbose_name='address of the licence')),
                ('uploaded_at', models.DateTimeField(editable=False, verbose_name='uploaded')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
            ],
            options={
                'verbose_name': 'historical image',
                'verbose_name_plural': 'historical images',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalJointRelease',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('created_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='live from')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical release',
                'verbose_name_plural': 'historical releases',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(guard, unguard),
    ]
