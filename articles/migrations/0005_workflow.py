
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_media'),
        ('taxonomy', '0002_broader_has_no_cycle'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': ['-updated_at'], 'permissions': [('override_blockers', 'Can publish against errors, with a reason'), ('edit_any_article', 'Can see and edit articles of other people'), ('approve_article', 'Can approve articles and request changes'), ('assign_article', 'Can assign articles to people')], 'verbose_name': 'article', 'verbose_name_plural': 'articles'},
        ),
        migrations.AddField(
            model_name='article',
            name='assigned_to',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to'),
        ),
        migrations.AddField(
            model_name='article',
            name='due_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='due'),
        ),
        migrations.AddField(
            model_name='article',
            name='planned_for',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='planned for'),
        ),
        migrations.AddField(
            model_name='article',
            name='stage',
            field=models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('changes_requested', 'Changes requested'), ('approved', 'Approved')], db_index=True, default='draft', editable=False, max_length=17, verbose_name='stage'),
        ),
        migrations.AddField(
            model_name='article',
            name='trashed_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='trashed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='transition',
            name='article',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transitions', to='articles.article'),
        ),
        migrations.AlterField(
            model_name='transition',
            name='verb',
            field=models.CharField(choices=[('submit', 'submitted for review'), ('request_changes', 'asked for changes'), ('approve', 'approved'), ('reopen', 'took back as a draft'), ('assign', 'assigned'), ('plan', 'planned'), ('publish', 'published'), ('schedule', 'scheduled'), ('cancel', 'cancelled the schedule'), ('withdraw', 'withdrew'), ('trash', 'put in the trash'), ('untrash', 'took out of the trash'), ('purge', 'deleted for good'), ('tag', 'added a keyword'), ('restore', 'restored a revision'), ('record', 'recorded')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['due_on'], name='article_by_due_day'),
        ),
    ]
