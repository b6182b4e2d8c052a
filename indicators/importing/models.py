"""A file of statements on its way in, the log of what was done with it, and what its columns mean."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Release, Source
from taxonomy.fields import AddressField, LineField


class DataImport(models.Model):
    """One file, kept as it came, of one release. What it changes is worked out anew whenever it is asked."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Waiting")
        APPLIED = "applied", _("Applied")
        UNDONE = "undone", _("Undone")
        DISCARDED = "discarded", _("Discarded")

    release = models.ForeignKey(
        Release, verbose_name=_("release"), related_name="imports", on_delete=models.PROTECT
    )
    filename = LineField(_("file"), max_length=200)
    file = models.FileField(_("kept file"), upload_to="imports/")
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    mapping = models.JSONField(_("columns"), default=dict)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PLANNED)
    counts = models.JSONField(default=dict)
    created_at = models.DateTimeField(_("received at"))
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)

    objects: ClassVar[models.Manager["DataImport"]] = models.Manager()

    class Meta:
        verbose_name = _("data import")
        verbose_name_plural = _("data imports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="import_newest_first")]

    def __str__(self) -> str:
        return f"{self.filename} ({self.release})"


class ImportEvent(models.Model):
    """The log of an import: one row a verb."""

    class Verb(models.TextChoices):
        RECEIVE = "receive", _("received the file")
        MAP = "map", _("said what the columns mean")
        APPLY = "apply", _("applied")
        UNDO = "undo", _("undid")
        DISCARD = "discard", _("discarded")

    data_import = models.ForeignKey(DataImport, related_name="events", on_delete=models.CASCADE)
    verb = models.CharField(max_length=8, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    detail = models.JSONField(default=dict, blank=True)
    address = AddressField()

    objects: ClassVar[models.Manager["ImportEvent"]] = models.Manager()

    class Meta:
        verbose_name = _("event of an import")
        verbose_name_plural = _("events of an import")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.verb} {self.data_import_id}"


class ImportMapping(models.Model):
    """What the columns of a source's files mean: proposed for its next file with the same columns."""

    source = models.ForeignKey(Source, related_name="mappings", on_delete=models.CASCADE)
    columns = models.CharField(max_length=64, help_text="SHA-256 of their names.")
    mapping = models.JSONField(default=dict)

    objects: ClassVar[models.Manager["ImportMapping"]] = models.Manager()

    class Meta:
        verbose_name = _("meaning of columns")
        verbose_name_plural = _("meanings of columns")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["source", "columns"], name="import_mapping_once_for_columns")
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.columns[:8]}"
