"""Clippings: what was taken in, recognised and decided."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_release_imports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Clipping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('title', models.CharField(blank=True, max_length=300, verbose_name='title')),
                ('filename', models.CharField(blank=True, max_length=200, verbose_name='file')),
                ('text', models.TextField(verbose_name='text')),
                ('blocks', models.JSONField(default=list)),
                ('fields', models.JSONField(default=dict)),
                ('figures', models.JSONField(default=list)),
                ('decisions', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(verbose_name='taken in')),
                ('article', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='clipping', to='articles.article', verbose_name='article')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'clipping',
                'verbose_name_plural': 'clippings',
                'ordering': ['-created_at', '-pk'],
                'default_permissions': ('view', 'add'),
            },
        ),
    ]
