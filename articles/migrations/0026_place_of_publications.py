"""Newspapers have a place: reference managers and three of the five styles name it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_more_in_the_log")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="place",
            field=models.CharField(
                blank=True,
                help_text="Where it is published, as references name it: Karachi.",
                max_length=120,
                verbose_name="place",
            ),
        )
        for name in ("publication", "historicalpublication")
    ]
