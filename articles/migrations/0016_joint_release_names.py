"""Names that people meet: a release of articles is a joint release, and the columns of ordered rows have words."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import deletion


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_last_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

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
        migrations.AlterField(
            model_name="articlekeyword",
            name="keyword",
            field=models.ForeignKey(
                on_delete=deletion.PROTECT,
                related_name="+",
                to="taxonomy.keyword",
                verbose_name="keyword",
            ),
        ),
        migrations.AlterField(
            model_name="articlekeyword",
            name="position",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="position"),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="position",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="position"),
        ),
        migrations.AlterField(
            model_name="historicaljointrelease",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="begun by",
            ),
        ),
        migrations.AlterField(
            model_name="jointrelease",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="begun by",
            ),
        ),
    ]
