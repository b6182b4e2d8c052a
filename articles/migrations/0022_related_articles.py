"""Related articles, and the entry of an edition in lists of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0021_corrected_and_coverage'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='entry_html',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='Related',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weight', models.PositiveIntegerField(help_text='How rare the keywords are that the two share.')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_rows', to='articles.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'article'), name='related_names_an_article_once')],
            },
        ),
    ]
