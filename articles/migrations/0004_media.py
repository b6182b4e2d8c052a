
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_search_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='lead_alternative',
            field=models.CharField(blank=True, help_text='For people who do not see it. Left empty, the alternative text of the image itself is used.', max_length=400, verbose_name='what the lead image says'),
        ),
        migrations.CreateModel(
            name='Image',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(editable=False, max_length=80, unique=True, verbose_name='name in texts')),
                ('title', models.CharField(help_text='For finding it again. Readers do not see it.', max_length=200, verbose_name='title')),
                ('sha256', models.CharField(editable=False, max_length=64, unique=True, validators=[django.core.validators.RegexValidator('^[0-9a-f]{64}\\Z')])),
                ('extension', models.CharField(choices=[('jpg', 'JPEG'), ('png', 'PNG')], editable=False, max_length=4)),
                ('width', models.PositiveIntegerField(editable=False, verbose_name='width')),
                ('height', models.PositiveIntegerField(editable=False, verbose_name='height')),
                ('focal_x', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, from the left (%)')),
                ('focal_y', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='focal point, from the top (%)')),
                ('alternative', models.CharField(blank=True, help_text='What the picture says, for people who do not see it. Proposed wherever it is used.', max_length=400, verbose_name='alternative text')),
                ('decorative', models.BooleanField(default=False, help_text='It says nothing; readers who do not see it miss nothing.', verbose_name='decorative')),
                ('caption', models.CharField(blank=True, max_length=600, verbose_name='caption')),
                ('credit', models.CharField(blank=True, help_text='Who made it, as it is printed.', max_length=200, verbose_name='credit')),
                ('licence', models.CharField(blank=True, max_length=200, verbose_name='licence')),
                ('licence_url', models.URLField(blank=True, max_length=500, verbose_name='address of the licence')),
                ('uploaded_at', models.DateTimeField(editable=False, verbose_name='uploaded')),
                ('uploaded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
            ],
            options={
                'verbose_name': 'image',
                'verbose_name_plural': 'images',
                'ordering': ['-uploaded_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='EditionImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='image_rows', to='articles.edition')),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.image')),
            ],
        ),
        migrations.AddField(
            model_name='article',
            name='lead_image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.image', verbose_name='lead image'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.CheckConstraint(condition=models.Q(('focal_x__lte', 100), ('focal_y__lte', 100)), name='image_focal_point_is_inside'),
        ),
        migrations.AddConstraint(
            model_name='editionimage',
            constraint=models.UniqueConstraint(fields=('image', 'edition'), name='edition_has_an_image_once'),
        ),
    ]
