"""Declared errors of sources and their log. The database keeps what was declared, and deletes nothing of it.

Remaking a table on SQLite drops its triggers: a later migration that does so must make these again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ERROR, EVENT = "indicators_upstreamerror", "indicators_upstreamerrorevent"
KEPT = "A declared error never changes. Close it, and declare another one."
ELSEWHERE = "The statement held to be wrong is of another observation."
LOG = "The log is never changed. What was done stays written."
DECLARED = (
    "id observation_id expect_id value low high qualifier unit_mult decimals reason declared_on declared_by_id"
).split()
ENDED = "closed_on outcome closing_id".split()
WRITTEN = "id error_id verb at by_id detail".split()


def _row(prefix, columns, postgres):
    # PostgreSQL cannot compare JSON as such.
    return ", ".join(
        f"{prefix}.{c}::text" if postgres and c == "detail" else f"{prefix}.{c}" for c in columns
    )


def _changes(columns, *, postgres):
    differ = "IS DISTINCT FROM" if postgres else "IS NOT"
    return f"({_row('old', columns, postgres)}) {differ} ({_row('new', columns, postgres)})"


def _rules(postgres):
    """Name, when, table, condition and message of each trigger."""
    ended = f"old.closed_on IS NOT NULL AND {_changes(ENDED, postgres=postgres)}"
    foreign = "(SELECT observation_id FROM indicators_vintage WHERE id = new.expect_id) <> new.observation_id"
    return [
        ("upstreamerror_never_changes", "UPDATE", ERROR, f"({_changes(DECLARED, postgres=postgres)}) OR ({ended})", KEPT),
        ("upstreamerror_is_never_deleted", "DELETE", ERROR, "", KEPT),
        ("upstreamerror_expects_its_own", "INSERT", ERROR, foreign, ELSEWHERE),
        ("upstreamerrorevent_never_changes", "UPDATE", EVENT, _changes(WRITTEN, postgres=postgres), LOG),
        ("upstreamerrorevent_is_never_deleted", "DELETE", EVENT, "", LOG),
    ]


def _sqlite(name, verb, table, condition, message):
    when = f" WHEN {condition}" if condition else ""
    yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table}{when} BEGIN SELECT RAISE(ABORT, '{message}'); END"


def _postgres(name, verb, table, condition, message):
    # A condition of a trigger may not ask other tables: the function does.
    refuse = f"RAISE EXCEPTION '{message}' USING ERRCODE = 'check_violation';"
    body = f"IF {condition} THEN {refuse} END IF;" if condition else refuse
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} "
        f"RETURN {'old' if verb == 'DELETE' else 'new'}; END $$"
    )
    yield f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def guard(apps, schema_editor):
    postgres = schema_editor.connection.vendor != "sqlite"
    for rule in _rules(postgres):
        for statement in (_postgres if postgres else _sqlite)(*rule):
            schema_editor.execute(statement)


def unguard(apps, schema_editor):
    postgres = schema_editor.connection.vendor != "sqlite"
    for name, _verb, table, _condition, _message in _rules(postgres):
        schema_editor.execute(f"DROP TRIGGER {name} ON {table}" if postgres else f"DROP TRIGGER {name}")
        if postgres:
            schema_editor.execute(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0007_imports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='UpstreamError',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.CharField(blank=True, max_length=64, null=True, verbose_name='value held to be right')),
                ('low', models.CharField(blank=True, max_length=64, null=True, verbose_name='from')),
                ('high', models.CharField(blank=True, max_length=64, null=True, verbose_name='to')),
                ('qualifier', models.CharField(choices=[('exact', 'exactly'), ('about', 'about'), ('more_than', 'more than'), ('less_than', 'less than'), ('at_least', 'at least'), ('at_most', 'at most'), ('range', 'between')], default='exact', max_length=9, verbose_name='qualifier')),
                ('unit_mult', models.SmallIntegerField(default=0, verbose_name='scale')),
                ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='decimals as printed')),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('declared_on', models.DateField(verbose_name='declared on')),
                ('informed_on', models.DateField(blank=True, null=True, verbose_name='source informed on')),
                ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='confirmed by the source on')),
                ('reply', models.TextField(blank=True, max_length=2000, verbose_name='reply of the source')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('outcome', models.CharField(blank=True, choices=[('fixed', 'Fixed by the source'), ('changed', 'Changed by the source to something else'), ('rejected', 'Rejected: the source is right')], max_length=8, verbose_name='outcome')),
                ('looked_at', models.DateTimeField(blank=True, null=True, verbose_name='looked at')),
                ('closing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='indicators.vintage', verbose_name='statement that closed it')),
                ('declared_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='declared by')),
                ('expect', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='indicators.vintage', verbose_name='statement held to be wrong')),
                ('observation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='upstream_errors', to='indicators.observation', verbose_name='observation')),
            ],
            options={
                'verbose_name': 'declared error',
                'verbose_name_plural': 'declared errors',
                'ordering': ['-declared_on', '-pk'],
                'default_permissions': ('view', 'add', 'change'),
            },
        ),
        migrations.CreateModel(
            name='UpstreamErrorEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[('declare', 'declared the error'), ('inform', 'informed the source'), ('reply', 'recorded the reply of the source'), ('reject', 'rejected the declaration'), ('guard', 'closed: the source states something else'), ('look', 'looked at what the source states now')], max_length=8)),
                ('at', models.DateTimeField()),
                ('detail', models.JSONField(blank=True, default=dict)),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('error', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='indicators.upstreamerror')),
            ],
            options={
                'verbose_name': 'event of a declared error',
                'verbose_name_plural': 'events of a declared error',
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='upstreamerror',
            index=models.Index(fields=['observation', 'declared_on'], name='upstream_error_in_time'),
        ),
        migrations.AddConstraint(
            model_name='upstreamerror',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('observation',), name='upstream_error_one_open'),
        ),
        migrations.AddConstraint(
            model_name='upstreamerror',
            constraint=models.CheckConstraint(condition=models.Q(('value__isnull', False), models.Q(('high__isnull', False), ('low__isnull', False)), _connector='OR'), name='upstream_error_says_what_is_right'),
        ),
        migrations.AddConstraint(
            model_name='upstreamerror',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='upstream_error_says_why'),
        ),
        migrations.AddConstraint(
            model_name='upstreamerror',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('closing', None), ('outcome', '')), models.Q(('closed_on__gte', models.F('declared_on')), ('closed_on__isnull', False), ('outcome__in', ['fixed', 'changed', 'rejected'])), _connector='OR'), name='upstream_error_closed_with_an_outcome'),
        ),
        migrations.RunPython(guard, unguard),
    ]
