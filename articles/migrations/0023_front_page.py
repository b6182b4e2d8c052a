"""The front page as editors compose it, sections as addresses, and indexes for the times at which editions change.

Remaking a table on SQLite drops its triggers: a later migration that does so must make these again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils.text import slugify


MESSAGE = "What stood on the front page is never changed."
# Table -> columns that may be written once. Only a composition that has not started is cancelled.
WRITTEN_ONCE = {
    "articles_frontpage": ("cancelled_at", ("id", "language", "starts_at", "ends_at", "composed_at", "composed_by_id")),
    "articles_frontpagefigure": (None, ()),
    # Its network address is forgotten after a time.
    "articles_frontpageevent": (None, ("id", "front_page_id", "verb", "at", "by_id", "detail")),
}
FORGOTTEN = {"articles_frontpageevent": "address"}


def _same(operator, table, columns, once):
    kept = [f"NEW.{each} {operator} OLD.{each}" for each in columns]
    if table in FORGOTTEN:
        kept.append(f"NEW.{FORGOTTEN[table]} IS NULL")
    if once:
        kept.append(f"OLD.{once} IS NULL")
    return " AND ".join(kept) or "1 = 0"


def guard(apps, schema_editor):
    for table, (once, columns) in WRITTEN_ONCE.items():
        name = table.partition("_")[2]
        if schema_editor.connection.vendor == "sqlite":
            same = _same("IS", table, columns, once)
            schema_editor.execute(
                f"CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON {table} WHEN NOT ({same}) "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {name}_is_never_deleted BEFORE DELETE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )
            continue
        same = _same("IS NOT DISTINCT FROM", table, columns, once)
        schema_editor.execute(
            f"CREATE FUNCTION {name}_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {name}_never_changes BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({same})) "
            f"EXECUTE FUNCTION {name}_never_changes()"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {name}_is_never_deleted BEFORE DELETE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION {name}_never_changes()"
        )


def unguard(apps, schema_editor):
    for table in WRITTEN_ONCE:
        name = table.partition("_")[2]
        on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
        schema_editor.execute(f"DROP TRIGGER {name}_never_changes{on}")
        schema_editor.execute(f"DROP TRIGGER {name}_is_never_deleted{on}")
        if on:
            schema_editor.execute(f"DROP FUNCTION {name}_never_changes()")


def name_sections(apps, schema_editor):
    """What is published already gets the address of its section, as compiling gives it."""
    editions = apps.get_model("articles", "Edition").objects
    for pk, printed in editions.values_list("pk", "snapshot__section").iterator(chunk_size=2000):
        section = slugify(printed or "", allow_unicode=True)[:120].strip("-_")
        if section:
            editions.filter(pk=pk).update(section=section)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_related_articles'),
        ('indicators', '0009_vintages_by_number'),
        ('taxonomy', '0005_log_never_changes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FrontPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('ur', 'Urdu'), ('zh-hans', 'Chinese (simplified)')], max_length=8, verbose_name='language')),
                ('starts_at', models.DateTimeField(verbose_name='from')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('composed_at', models.DateTimeField(verbose_name='composed at')),
                ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'front page',
                'verbose_name_plural': 'front pages',
                'ordering': ['-starts_at', '-pk'],
                'permissions': [('compose_frontpage', 'Can compose the front page')],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='FrontPageArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['position'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='FrontPageEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[('compose', 'composed the front page'), ('cancel', 'cancelled a coming front page')], max_length=8)),
                ('at', models.DateTimeField()),
                ('detail', models.JSONField(default=dict)),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'event of the front page',
                'verbose_name_plural': 'events of the front page',
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='FrontPageFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['position'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='section',
            field=models.SlugField(allow_unicode=True, blank=True, db_index=False, help_text='The printed section, as an address.', max_length=120, null=True),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('section__isnull', False)), fields=['section', '-first_published_at', '-id'], name='edition_by_section'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['published_at'], name='edition_by_publication_time'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('superseded_at__isnull', False)), fields=['superseded_at'], name='edition_by_closing'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('ends_at__isnull', False)), fields=['ends_at'], name='edition_by_end'),
        ),
        migrations.AddField(
            model_name='frontpage',
            name='composed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='composed by'),
        ),
        migrations.AddField(
            model_name='frontpagearticle',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='frontpagearticle',
            name='front_page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_rows', to='articles.frontpage'),
        ),
        migrations.AddField(
            model_name='frontpageevent',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='frontpageevent',
            name='front_page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='articles.frontpage'),
        ),
        migrations.AddField(
            model_name='frontpagefigure',
            name='front_page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figure_rows', to='articles.frontpage'),
        ),
        migrations.AddField(
            model_name='frontpagefigure',
            name='observation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='indicators.observation'),
        ),
        migrations.AddIndex(
            model_name='frontpage',
            index=models.Index(fields=['language', '-starts_at', '-id'], name='front_page_in_force'),
        ),
        migrations.AddConstraint(
            model_name='frontpage',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at', None), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='front_page_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='frontpage',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__gte', models.F('composed_at'))), name='front_page_is_not_composed_for_the_past'),
        ),
        migrations.AddConstraint(
            model_name='frontpage',
            constraint=models.CheckConstraint(condition=models.Q(('cancelled_at', None), ('cancelled_at__lt', models.F('starts_at')), _connector='OR'), name='front_page_is_cancelled_before_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='frontpagearticle',
            constraint=models.UniqueConstraint(fields=('front_page', 'position'), name='front_page_has_one_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='frontpagearticle',
            constraint=models.UniqueConstraint(fields=('front_page', 'article'), name='front_page_has_an_article_once'),
        ),
        migrations.AddConstraint(
            model_name='frontpagearticle',
            constraint=models.CheckConstraint(condition=models.Q(('position__lte', 6)), name='front_page_has_six_picks_at_most'),
        ),
        migrations.AddConstraint(
            model_name='frontpagefigure',
            constraint=models.UniqueConstraint(fields=('front_page', 'position'), name='front_page_has_one_figure_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='frontpagefigure',
            constraint=models.UniqueConstraint(fields=('front_page', 'observation'), name='front_page_has_a_figure_once'),
        ),
        migrations.AddConstraint(
            model_name='frontpagefigure',
            constraint=models.CheckConstraint(condition=models.Q(('position__lt', 5)), name='front_page_has_five_figures_at_most'),
        ),
        migrations.RunPython(name_sections, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
