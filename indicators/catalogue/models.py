"""The catalogue: who states numbers, in which documents, of what, in which unit, where, and in which series."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.querysets import (
    ByCodeManager,
    BySlugManager,
    IndicatorManager,
    SeriesManager,
    SourceManager,
)
from indicators.fields import PrintedDecimalField
from taxonomy.addresses import WebAddressField
from taxonomy.histories import Histories
from taxonomy.languages import in_language
from taxonomy.models import Keyword


class Translated(models.Model):
    """Something with an English name and its names in other languages: {"ur": "...", "zh-hans": "..."}."""

    name = models.CharField(_("name"), max_length=300)
    translations = models.JSONField(_("names in other languages"), default=dict, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return in_language(self.name, self.translations)


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
    title = models.CharField(_("title"), max_length=300)
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


class Indicator(Translated):
    """INDICATOR: what is measured. A published growth rate is an indicator of its own with a base."""

    class Kind(models.TextChoices):
        LEVEL = "level", _("Level")
        CHANGE = "change", _("Change")
        SHARE = "share", _("Share")
        RATE = "rate", _("Rate")
        INDEX = "index", _("Index")

    code = models.CharField(_("code"), max_length=60, unique=True)
    short_name = models.CharField(_("short name"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.LEVEL)
    definition = models.TextField(_("definition"), blank=True)
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT)
    decimals = models.PositiveSmallIntegerField(_("usual decimals"), default=0)
    base_indicator = models.ForeignKey(
        "self",
        verbose_name=_("changes of"),
        related_name="changes",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    keywords = models.ManyToManyField(
        Keyword, verbose_name=_("keywords"), related_name="indicators", blank=True
    )

    objects: ClassVar[IndicatorManager] = IndicatorManager()
    history = Histories(m2m_fields=[keywords])

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["code"]

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return f"/indicators/{self.code}/"

    @property
    def short_label(self) -> str:
        """The short name, which is English; in another language the name, where it has one."""
        return self.short_name if self.short_name and self.label == self.name else self.label


class Series(models.Model):
    """A series key: indicator x area x frequency x unit x adjustment x price basis x source.

    Two sources that disagree are two series, never an overwrite.
    """

    class Frequency(models.TextChoices):
        ANNUAL = "A", _("Annual")
        HALF_YEARLY = "S", _("Half-yearly")
        QUARTERLY = "Q", _("Quarterly")
        MONTHLY = "M", _("Monthly")
        DAILY = "D", _("Daily")

    code = models.CharField(_("code"), max_length=160, unique=True, blank=True)
    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indicator"), related_name="series", on_delete=models.PROTECT
    )
    area = models.ForeignKey(Area, verbose_name=_("area"), related_name="series", on_delete=models.PROTECT)
    frequency = models.CharField(_("frequency"), max_length=1, choices=Frequency, default=Frequency.ANNUAL)
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), related_name="series", on_delete=models.PROTECT)
    adjustment = models.CharField(_("adjustment"), max_length=12, default="N", help_text=_("N: not adjusted"))
    price_basis = models.CharField(_("price basis"), max_length=12, default="_Z", help_text=_("_Z: none"))
    source = models.ForeignKey(
        Source, verbose_name=_("source"), related_name="series", on_delete=models.PROTECT
    )
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[SeriesManager] = SeriesManager()
    history = Histories()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "frequency", "unit", "adjustment", "price_basis", "source"],
                name="series_key_is_unique",
            )
        ]

    def __str__(self) -> str:
        return self.code

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.code = self.code or self.readable_code()
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def readable_code(self) -> str:
        """`NEV_PROD.CHN.A.NBS`, with a suffix only where something differs from the indicator's own."""
        parts = [self.indicator.code, self.area.code, self.frequency, self.source.code]
        if self.unit_id != self.indicator.unit_id:
            parts.append(self.unit.code)
        parts += [self.adjustment] * (self.adjustment != "N") + [self.price_basis] * (
            self.price_basis != "_Z"
        )
        return ".".join(parts)
