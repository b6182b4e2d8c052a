"""From which network address a statement was recorded and an import was worked on: for the log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0009_vintages_by_number")]
    operations = [
        migrations.AddField(
            name, "address", models.GenericIPAddressField(blank=True, editable=False, null=True)
        )
        for name in ("importevent", "vintage")
    ]
