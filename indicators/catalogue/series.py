"""What is measured, and each way in which it is measured."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.querysets import IndicatorManager, SeriesManager
from indicators.catalogue.sources import Source
from indicators.catalogue.vocabulary import Area, Translated, Unit
from taxonomy.fields import LineField
from taxonomy.histories import Histories
from taxonomy.models import Keyword


class Indicator(Translated):
    """INDICATOR: what is measured. A published growth rate is an indicator of its own with a base."""

    class Kind(models.TextChoices):
        LEVEL = "level", _("Level")
        CHANGE = "change", _("Change")
        SHARE = "share", _("Share")
        RATE = "rate", _("Rate")
        INDEX = "index", _("Index")

    code = models.CharField(_("code"), max_length=60, unique=True)
    short_name = LineField(_("short name"), max_length=120, blank=True)
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
