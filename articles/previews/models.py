"""Links by which somebody without an account reads an article that is not public, and what they wrote about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreviewLink(models.Model):
    """One link, to the working copy as it is when it is opened, or to a fixed revision. Its address is signed."""

    article = models.ForeignKey("articles.Article", related_name="preview_links", on_delete=models.CASCADE)
    revision = models.ForeignKey(
        "articles.Revision", null=True, blank=True, related_name="shown_by", on_delete=models.CASCADE
    )
    key = models.CharField(max_length=24, unique=True, editable=False)
    note = models.CharField(_("for whom"), max_length=200, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.note or self.pk}"


class PreviewOpening(models.Model):
    """One opening of a link. The address is kept without its last part, the browser only as a class."""

    link = models.ForeignKey(PreviewLink, related_name="openings", on_delete=models.CASCADE)
    at = models.DateTimeField()
    network = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=10)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.link_id} {self.at:%Y-%m-%d %H:%M}"


class OutsideComment(models.Model):
    """What an outside reader wrote under a preview."""

    article = models.ForeignKey("articles.Article", related_name="outside_comments", on_delete=models.CASCADE)
    link = models.ForeignKey(PreviewLink, null=True, related_name="comments", on_delete=models.SET_NULL)
    name = models.CharField(_("your name"), max_length=80)
    text = models.TextField(_("what you would like to tell the newsroom"), max_length=4000)
    at = models.DateTimeField()
    network = models.CharField(max_length=45, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )

    class Meta:
        verbose_name = _("outside comment")
        verbose_name_plural = _("outside comments")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.name}"
