
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('taxonomy', '0003_keyword_hygiene'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalKeyword',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('slug', models.SlugField(allow_unicode=True, max_length=120, verbose_name='address')),
                ('name', models.CharField(help_text='The preferred English label.', max_length=200, verbose_name='name')),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('kind', models.CharField(choices=[('topic', 'Topic'), ('person', 'Person'), ('place', 'Place'), ('organisation', 'Organisation'), ('currency', 'Currency'), ('programme', 'Programme')], default='topic', max_length=12, verbose_name='kind')),
                ('status', models.CharField(choices=[('candidate', 'Candidate'), ('accepted', 'Accepted'), ('deprecated', 'Deprecated')], default='candidate', max_length=10, verbose_name='status')),
                ('scope_note', models.TextField(blank=True, verbose_name='scope note')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='taxonomy.keyword', verbose_name='broader')),
                ('replaced_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='taxonomy.keyword', verbose_name='replaced by')),
            ],
            options={
                'verbose_name': 'historical keyword',
                'verbose_name_plural': 'historical keywords',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalKeywordLabel',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('language', models.CharField(choices=[('en', 'English'), ('ur', 'Urdu'), ('zh-hans', 'Chinese (simplified)')], default='en', max_length=8, verbose_name='language')),
                ('role', models.CharField(choices=[('preferred', 'Preferred'), ('alternative', 'Alternative'), ('hidden', 'Hidden')], default='alternative', max_length=11, verbose_name='role')),
                ('text', models.CharField(max_length=200, verbose_name='text')),
                ('folded', models.CharField(db_index=True, editable=False, max_length=200)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keyword', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='taxonomy.keyword')),
            ],
            options={
                'verbose_name': 'historical label',
                'verbose_name_plural': 'historical labels',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
