"""A verdict for what we correct of a source, and how many numbers of an edition are bound: `recompile` counts them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_clippings'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='bound_numbers',
            field=models.PositiveIntegerField(editable=False, help_text='Figures of the body that quote an observation that is stored.', null=True),
        ),
        migrations.AddField(
            model_name='edition',
            name='unbound_numbers',
            field=models.PositiveIntegerField(editable=False, help_text='Further numbers that the extraction finds in it.', null=True),
        ),
        migrations.AlterField(
            model_name='quotation',
            name='verdict',
            field=models.CharField(choices=[('exact', 'Exact'), ('rounded', 'Rounded'), ('within_qualifier', 'Within its qualifier'), ('superseded', 'Revised since'), ('other_source', 'Other source'), ('corrected', 'Our correction of the source'), ('scale', 'Wrong scale'), ('unit', 'Wrong unit'), ('period', 'Wrong period'), ('contradicted', 'Contradicted'), ('no_data', 'No data')], max_length=16, verbose_name='verdict'),
        ),
    ]
