"""The log of editorial verbs: one row a verb, in the verb's own transaction."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Transition(models.Model):
    """Who did what to which article, when, and why."""

    class Verb(models.TextChoices):
        PUBLISH = "publish", _("published")
        SCHEDULE = "schedule", _("scheduled")
        CANCEL = "cancel", _("cancelled the schedule")
        WITHDRAW = "withdraw", _("withdrew")
        RESTORE = "restore", _("restored a revision")
        RECORD = "record", _("recorded")

    article = models.ForeignKey("articles.Article", related_name="transitions", on_delete=models.PROTECT)
    verb = models.CharField(max_length=10, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    edition_number = models.PositiveIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.article_id}"
