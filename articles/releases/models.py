"""Several articles that go live at one instant or not at all. (A `Release` of the catalogue is a source's document.)"""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition
from taxonomy.fields import AddressField, LineField, ParagraphsField
from taxonomy.histories import Histories

OPEN, SCHEDULED, LIVE = "open", "scheduled", "live"
STATES = {OPEN: _("In preparation"), SCHEDULED: _("Scheduled"), LIVE: _("Live")}


class JointRelease(models.Model):
    """A release: what it brings together, and from when on it is public."""

    title = LineField(_("title"), max_length=200)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    published_at = models.DateTimeField(_("live from"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    articles = models.ManyToManyField(
        "articles.Article", through="JointReleaseItem", related_name="joint_releases"
    )

    history = Histories()

    class Meta:
        verbose_name = _("joint release")
        verbose_name_plural = _("joint releases")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.title

    def state(self, at: datetime) -> str:
        """Open until it is sent off; scheduled until its time comes; then live."""
        if self.published_at is None:
            return OPEN
        return SCHEDULED if self.published_at > at else LIVE


class JointReleaseItems(models.QuerySet["JointReleaseItem"]):
    """Questions about what is in releases."""

    def open(self, at: datetime) -> Self:
        """In a release that is not live yet."""
        return self.filter(Q(release__published_at=None) | Q(release__published_at__gt=at))


class JointReleaseItem(models.Model):
    """One article of a release, with what its next edition is called and says of itself."""

    release = models.ForeignKey(JointRelease, related_name="items", on_delete=models.CASCADE)
    article = models.ForeignKey("articles.Article", related_name="release_items", on_delete=models.PROTECT)
    kind = models.CharField(_("kind"), max_length=13, choices=Edition.Kind, default=Edition.Kind.UPDATE)
    public_note = ParagraphsField(_("public note"), blank=True, max_length=2000)
    position = models.PositiveSmallIntegerField(default=0)
    edition_number = models.PositiveIntegerField(
        null=True, blank=True, help_text="The edition that the release made of it."
    )

    objects: ClassVar[Any] = JointReleaseItems.as_manager()

    class Meta:
        verbose_name = _("article of a release")
        verbose_name_plural = _("articles of a release")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["release", "article"], name="release_has_an_article_once")
        ]

    def __str__(self) -> str:
        return f"{self.release_id}: {self.article_id}"


class JointReleaseImport(models.Model):
    """A file of data that is applied when the release goes live."""

    release = models.ForeignKey(JointRelease, related_name="imports", on_delete=models.CASCADE)
    data_import = models.OneToOneField(
        "indicators.DataImport", related_name="joint_release", on_delete=models.PROTECT
    )

    objects: ClassVar[models.Manager["JointReleaseImport"]] = models.Manager()

    class Meta:
        verbose_name = _("data import of a release")
        verbose_name_plural = _("data imports of a release")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.release_id}: {self.data_import_id}"


class ReleaseEvent(models.Model):
    """The log of a release: one row a verb. What it does to an article is in the article's own log."""

    class Verb(models.TextChoices):
        MAKE = "make", _("made the release")
        CHANGE = "change", _("changed what it contains")
        PUBLISH = "publish", _("published")
        SCHEDULE = "schedule", _("scheduled")
        MOVE = "move", _("moved the schedule")
        CANCEL = "cancel", _("cancelled the schedule")

    release = models.ForeignKey(JointRelease, related_name="events", on_delete=models.CASCADE)
    verb = models.CharField(max_length=8, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    detail = models.JSONField(default=dict, blank=True)
    address = AddressField()

    objects: ClassVar[models.Manager["ReleaseEvent"]] = models.Manager()

    class Meta:
        verbose_name = _("event of a release")
        verbose_name_plural = _("events of a release")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.release_id}"
