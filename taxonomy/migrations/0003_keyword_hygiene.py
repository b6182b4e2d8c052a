
import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('taxonomy', '0002_broader_has_no_cycle'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KeywordChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('verb', models.CharField(choices=[('accept', 'accepted'), ('retire', 'deprecated'), ('merge', 'merged'), ('unmerge', 'undid a merge'), ('move', 'moved in the tree'), ('propose', 'proposed')], max_length=10)),
                ('message', models.CharField(max_length=500)),
                ('at', models.DateTimeField(db_index=True)),
                ('address', models.GenericIPAddressField(blank=True, editable=False, null=True)),
                ('detail', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keyword', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='taxonomy.keyword')),
                ('other', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='taxonomy.keyword')),
                ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='taxonomy.keywordchange')),
            ],
            options={
                'verbose_name': 'change of a keyword',
                'verbose_name_plural': 'changes of keywords',
                'ordering': ['-at', '-id'],
                'default_permissions': (),
            },
        ),
    ]
