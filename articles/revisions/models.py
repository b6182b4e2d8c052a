"""What a working copy said: a numbered snapshot at each save, and texts that a refused save left aside."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """What a working copy said after one save. Only the newest autosave of a person moves on; all else stays.

    Attributes:
        number: counts the revisions of an article; addresses name it.
        version: the version of the working copy that says this; of a text kept aside, the one it was written on.
        session, turn: the open page that saved it and which of its saves it was, so that an answer that got lost
            on the way makes no conflict.
        settled_at: when a text kept aside was merged or put away.
    """

    class Kind(models.TextChoices):
        SAVE = "save", _("Saved")
        AUTOSAVE = "autosave", _("Saved by itself")
        ASIDE = "aside", _("Kept aside")
        MERGE = "merge", _("Merged")
        RESTORE = "restore", _("Restored")

    article = models.ForeignKey("articles.Article", related_name="revisions", on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.SAVE)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    snapshot = models.JSONField()
    changed = models.JSONField(default=list)
    session = models.CharField(max_length=36, blank=True)
    turn = models.PositiveIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_is_unique"),
            models.UniqueConstraint(
                fields=["article", "version"], condition=~Q(kind="aside"), name="revision_one_per_version"
            ),
        ]
        indexes = [
            models.Index(fields=["session"], condition=~Q(session=""), name="revision_of_an_open_page")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} r{self.number}"
