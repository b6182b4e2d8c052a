"""What the site is about is told in each of its languages; `about` is the English one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0027_search_in_two_steps")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="about_translations",
            field=models.JSONField(blank=True, default=dict, verbose_name="about the site in other languages"),
        )
        for name in ("contact", "historicalcontact")
    ] + [
        migrations.AlterField(
            model_name=name,
            name="about",
            field=models.TextField(blank=True, verbose_name="about the site, in English"),
        )
        for name in ("contact", "historicalcontact")
    ]
