"""A clipping as it was taken in: its words, what was recognised in them, and what a person decided."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.fields import LineField


class Clipping(models.Model):
    """One text. The same text is one clipping, however often it is pasted: decisions about it survive."""

    sha256 = models.CharField(max_length=64, unique=True)
    title = LineField(_("title"), max_length=300, blank=True)
    filename = LineField(_("file"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    # [{role, kind, text}], fields as recognised or changed, proposals in the order of the text, decisions by offsets.
    blocks = models.JSONField(default=list)
    fields = models.JSONField(default=dict)
    figures = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    created_at = models.DateTimeField(_("taken in"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    article = models.OneToOneField(
        "articles.Article",
        verbose_name=_("article"),
        related_name="clipping",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )

    objects: ClassVar[models.Manager["Clipping"]] = models.Manager()

    class Meta:
        verbose_name = _("clipping")
        verbose_name_plural = _("clippings")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return self.title or self.text[:60]
