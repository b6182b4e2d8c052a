"""A number that a reader has seen finds the statements that print it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0008_upstream_errors")]
    operations = [
        migrations.AddIndex("vintage", models.Index(fields=["value"], name="vintage_by_number")),
    ]
