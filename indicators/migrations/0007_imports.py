"""Files of statements on their way in, and the log of what was done with them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0006_tellings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DataImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filename', models.CharField(max_length=200, verbose_name='file')),
                ('file', models.FileField(upload_to='imports/', verbose_name='kept file')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the file')),
                ('size', models.PositiveIntegerField(verbose_name='size in bytes')),
                ('mapping', models.JSONField(default=dict, verbose_name='columns')),
                ('state', models.CharField(choices=[('planned', 'Waiting'), ('applied', 'Applied'), ('undone', 'Undone'), ('discarded', 'Discarded')], default='planned', max_length=9, verbose_name='state')),
                ('counts', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(verbose_name='received at')),
                ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='applied at')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='indicators.release', verbose_name='release')),
            ],
            options={
                'verbose_name': 'data import',
                'verbose_name_plural': 'data imports',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ImportEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[('receive', 'received the file'), ('map', 'said what the columns mean'), ('apply', 'applied'), ('undo', 'undid'), ('discard', 'discarded')], max_length=8)),
                ('at', models.DateTimeField()),
                ('detail', models.JSONField(blank=True, default=dict)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('data_import', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='indicators.dataimport')),
            ],
            options={
                'verbose_name': 'event of an import',
                'verbose_name_plural': 'events of an import',
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ImportMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('columns', models.CharField(help_text='SHA-256 of their names.', max_length=64)),
                ('mapping', models.JSONField(default=dict)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mappings', to='indicators.source')),
            ],
            options={
                'verbose_name': 'meaning of columns',
                'verbose_name_plural': 'meanings of columns',
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='dataimport',
            index=models.Index(fields=['-created_at', '-id'], name='import_newest_first'),
        ),
        migrations.AddConstraint(
            model_name='importmapping',
            constraint=models.UniqueConstraint(fields=('source', 'columns'), name='import_mapping_once_for_columns'),
        ),
    ]
