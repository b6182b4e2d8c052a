"""Numbered revisions, texts kept aside, who is there, and preview links."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F


def number_them(apps, schema_editor):
    """Revisions of before are numbered by their version."""
    apps.get_model("articles", "Revision").objects.update(number=F("version"), started_at=F("saved_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0011_listing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OutsideComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='your name')),
                ('text', models.TextField(max_length=4000, verbose_name='what you would like to tell the newsroom')),
                ('at', models.DateTimeField()),
                ('network', models.CharField(blank=True, max_length=45)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'outside comment',
                'verbose_name_plural': 'outside comments',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('seen_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=24, unique=True)),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='for whom')),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'preview link',
                'verbose_name_plural': 'preview links',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PreviewOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('network', models.CharField(blank=True, max_length=45)),
                ('agent', models.CharField(max_length=10)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.AlterModelOptions(
            name='revision',
            options={'ordering': ['-number'], 'verbose_name': 'revision', 'verbose_name_plural': 'revisions'},
        ),
        migrations.RemoveConstraint(
            model_name='revision',
            name='revision_one_per_version',
        ),
        migrations.AddField(
            model_name='revision',
            name='changed',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='revision',
            name='kind',
            field=models.CharField(choices=[('save', 'Saved'), ('autosave', 'Saved by itself'), ('aside', 'Kept aside'), ('merge', 'Merged'), ('restore', 'Restored')], default='save', max_length=8),
        ),
        migrations.AddField(
            model_name='revision',
            name='number',
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='revision',
            name='session',
            field=models.CharField(blank=True, max_length=36),
        ),
        migrations.AddField(
            model_name='revision',
            name='settled_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='started_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.RunPython(number_them, migrations.RunPython.noop),
        migrations.AddField(
            model_name='revision',
            name='turn',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('session', ''), _negated=True), fields=['session'], name='revision_of_an_open_page'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='revision_number_is_unique'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'aside'), _negated=True), fields=('article', 'version'), name='revision_one_per_version'),
        ),
        migrations.AddField(
            model_name='outsidecomment',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outside_comments', to='articles.article'),
        ),
        migrations.AddField(
            model_name='outsidecomment',
            name='read_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='presence',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='presence',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='previewlink',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='preview_links', to='articles.article'),
        ),
        migrations.AddField(
            model_name='previewlink',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='previewlink',
            name='revision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='shown_by', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='outsidecomment',
            name='link',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to='articles.previewlink'),
        ),
        migrations.AddField(
            model_name='previewopening',
            name='link',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='articles.previewlink'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('article', 'person'), name='presence_once_per_article'),
        ),
        migrations.AlterField(
            model_name='transition',
            name='verb',
            field=models.CharField(choices=[('begin', 'began'), ('submit', 'submitted for review'), ('request_changes', 'asked for changes'), ('approve', 'approved'), ('reopen', 'took back as a draft'), ('assign', 'assigned'), ('plan', 'planned'), ('publish', 'published'), ('schedule', 'scheduled'), ('cancel', 'cancelled the schedule'), ('withdraw', 'withdrew'), ('move', 'moved the schedule'), ('end', 'set an end date'), ('cancel_end', 'cancelled the end date'), ('correct', 'put newer figures in'), ('trash', 'put in the trash'), ('untrash', 'took out of the trash'), ('purge', 'deleted for good'), ('tag', 'added a keyword'), ('restore', 'restored a revision'), ('share', 'made a preview link'), ('revoke', 'closed a preview link'), ('record', 'recorded')], max_length=20),
        ),
    ]
