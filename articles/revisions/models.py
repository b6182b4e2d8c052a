"""A snapshot of a working copy at each save."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """What a working copy said after one save. Append-only."""

    article = models.ForeignKey("articles.Article", related_name="revisions", on_delete=models.CASCADE)
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    snapshot = models.JSONField()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="revision_one_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} v{self.version}"
