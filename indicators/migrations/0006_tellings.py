"""What an observation says, as the API tells it: written when something is recorded."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0005_histories'),
    ]

    operations = [
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('observation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='telling', serialize=False, to='indicators.observation')),
                ('known_from', models.DateField()),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name': 'telling',
                'verbose_name_plural': 'tellings',
            },
        ),
    ]
