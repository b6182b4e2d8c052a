"""The first page of the list of articles reads an index: the last changes, without the trash."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_notes'),
        ('taxonomy', '0005_log_never_changes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('trashed_at', None)), fields=['-updated_at', '-id'], name='article_last_changed'),
        ),
    ]
