"""The vocabulary that series share: units, and areas."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.querysets import ByCodeManager
from indicators.fields import PrintedDecimalField
from taxonomy.fields import LineField
from taxonomy.histories import Histories
from taxonomy.languages import in_language
from taxonomy.models import Keyword


class Translated(models.Model):
    """Something with an English name and its names in other languages: {"ur": "...", "zh-hans": "..."}."""

    name = LineField(_("name"), max_length=300)
    translations = models.JSONField(_("names in other languages"), default=dict, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return in_language(self.name, self.translations)


class Unit(Translated):
    """UNIT_MEASURE. Units convert within a dimension: value x factor is the value in the dimension's base."""

    code = models.CharField(_("code"), max_length=30, unique=True)
    symbol = models.CharField(_("symbol"), max_length=20, blank=True)
    dimension = models.CharField(
        _("dimension"), max_length=30, help_text=_("The code of the base unit: kW for kW, MW and GW.")
    )
    factor = PrintedDecimalField(_("factor to the base unit"), default="1")
    ucum = models.CharField(_("UCUM code"), max_length=30, blank=True)
    iso4217 = models.CharField(_("ISO 4217 code"), max_length=3, blank=True)
    is_count = models.BooleanField(_("counts things"), default=False)

    objects: ClassVar[ByCodeManager] = ByCodeManager()
    history = Histories()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]

    def natural_key(self) -> tuple[str]:
        return (self.code,)


class Area(Translated):
    """REF_AREA: a country by its ISO 3166-1 alpha-3 code, or a named aggregate."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("Country")
        AGGREGATE = "aggregate", _("Aggregate")
        SUBNATIONAL = "subnational", _("Part of a country")

    code = models.CharField(_("code"), max_length=30, unique=True)
    alpha2 = models.CharField(_("ISO 3166-1 alpha-2 code"), max_length=2, blank=True)
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.COUNTRY)
    coverage_note = models.TextField(_("coverage"), blank=True)
    keyword = models.ForeignKey(
        Keyword,
        verbose_name=_("keyword"),
        related_name="areas",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )

    objects: ClassVar[ByCodeManager] = ByCodeManager()
    history = Histories()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["name"]

    def natural_key(self) -> tuple[str]:
        return (self.code,)
