"""Who states numbers, and in which documents."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.querysets import BySlugManager, SourceManager
from indicators.catalogue.vocabulary import Translated
from taxonomy.addresses import WebAddressField
from taxonomy.fields import LineField
from taxonomy.histories import Histories


class Source(Translated):
    """Who states numbers (SDMX data provider): a statistics office, an association, a newspaper."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    code = models.SlugField(_("code"), max_length=20, unique=True, help_text=_("As in series codes: NBS"))
    homepage = WebAddressField(_("home page"), blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[SourceManager] = SourceManager()
    history = Histories()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return f"/sources/{self.slug}/"


class Release(models.Model):
    """One document or data set that a source published."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    source = models.ForeignKey(
        Source, verbose_name=_("source"), related_name="releases", on_delete=models.PROTECT
    )
    title = LineField(_("title"), max_length=300)
    url = WebAddressField(
        _("address of the document"), max_length=500, blank=True, help_text=_("Leave empty if unknown.")
    )
    published_on = models.DateField(_("published on"))
    accessed_on = models.DateField(_("accessed on"), null=True, blank=True)
    next_release_on = models.DateField(_("next release expected on"), null=True, blank=True)
    licence = models.CharField(
        _("licence"), max_length=200, blank=True, help_text=_("Leave empty if none is stated.")
    )
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    archived_file = models.FileField(_("archived file"), upload_to="releases/", blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[BySlugManager] = BySlugManager()
    history = Histories()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-published_on", "title"]

    def __str__(self) -> str:
        return f"{self.title} ({self.published_on})"

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
