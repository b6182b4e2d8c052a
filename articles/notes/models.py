"""What colleagues write to each other about a passage of a working copy. Never public."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.notes.anchoring import MOST_AROUND, MOST_QUOTE, Anchor

MOST_BODY = 4000


class Note(models.Model):
    """A note, or an answer to one: `parent` is set then, and the anchor and the resolution are those of the parent."""

    article = models.ForeignKey("articles.Article", related_name="notes", on_delete=models.CASCADE)
    parent = models.ForeignKey(
        "self", related_name="answers", null=True, blank=True, on_delete=models.CASCADE
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="notes", null=True, blank=True, on_delete=models.SET_NULL
    )
    body = models.TextField(_("note"), max_length=MOST_BODY)
    quote = models.CharField(_("passage"), max_length=MOST_QUOTE, blank=True)
    prefix = models.CharField(max_length=MOST_AROUND, blank=True)
    suffix = models.CharField(max_length=MOST_AROUND, blank=True)
    created_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", null=True, blank=True, on_delete=models.SET_NULL
    )
    mentions: Any = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in", blank=True)

    class Meta:
        verbose_name = _("note to colleagues")
        verbose_name_plural = _("notes to colleagues")
        ordering = ["created_at", "pk"]
        default_permissions = ()  # who may comment is asked of the article
        constraints = [
            models.CheckConstraint(
                name="note_answers_have_no_anchor_of_their_own",
                condition=Q(parent=None) | Q(quote="", prefix="", suffix="", resolved_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.body[:60]}"

    @property
    def anchor(self) -> Anchor:
        """The words it is about; an empty quote is the whole article."""
        return Anchor(self.quote, self.prefix, self.suffix)
