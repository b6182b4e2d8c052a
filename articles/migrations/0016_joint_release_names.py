"""A release of articles is a joint release: the catalogue has releases of its own."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_last_changes")]

    operations = [
        migrations.AlterModelOptions(
            name="historicaljointrelease",
            options={
                "default_permissions": (),
                "get_latest_by": ("history_date", "history_id"),
                "ordering": ("-history_date", "-history_id"),
                "verbose_name": "historical joint release",
                "verbose_name_plural": "historical joint releases",
            },
        ),
        migrations.AlterModelOptions(
            name="jointrelease",
            options={
                "ordering": ["-created_at", "-id"],
                "verbose_name": "joint release",
                "verbose_name_plural": "joint releases",
            },
        ),
    ]
