"""Who wrote what and where it appeared first (CSL, Dublin Core)."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.addresses import WebAddressField
from taxonomy.fields import LineField
from taxonomy.histories import Histories


class BySlugManager(models.Manager[Any]):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class Publication(models.Model):
    """A newspaper, journal or site in which the original appeared."""

    class Kind(models.TextChoices):
        NEWSPAPER = "newspaper", _("Newspaper")
        JOURNAL = "journal", _("Journal")
        SITE = "site", _("Web site")
        REPORT = "report", _("Report series")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = LineField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.NEWSPAPER)
    place = LineField(
        _("place"),
        max_length=120,
        blank=True,
        help_text=_("Where it is published, as references name it: Karachi."),
    )
    issn = models.CharField("ISSN", max_length=9, blank=True)
    homepage = WebAddressField(_("home page"), blank=True)

    objects: ClassVar[BySlugManager] = BySlugManager()
    history = Histories()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def told(self) -> dict[str, str]:
        """What an edition remembers of it."""
        return {"slug": self.slug, "title": self.title, "kind": self.kind, "place": self.place}


class Agent(models.Model):
    """A person or organisation. `name` is how it reads in a byline; family and given name order it in lists."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PERSON)
    name = LineField(_("name"), max_length=200)
    family = LineField(_("family name"), max_length=120, blank=True)
    given = LineField(_("given name"), max_length=120, blank=True)

    objects: ClassVar[BySlugManager] = BySlugManager()
    history = Histories()

    class Meta:
        verbose_name = _("person or organisation")
        verbose_name_plural = _("people and organisations")
        ordering = ["family", "name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
