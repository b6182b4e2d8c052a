"""Quotations: figures printed in editions. A rebuildable index of the bodies, which are the truth."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition
from indicators.observations.models import Observation, Vintage


class Quotation(models.Model):
    """A figure as printed, the observation it quotes, the pinned vintage, and the verdict as known now."""

    class Judged(models.TextChoices):
        EXACT = "exact", _("Exact")
        ROUNDED = "rounded", _("Rounded")
        WITHIN_QUALIFIER = "within_qualifier", _("Within its qualifier")
        SUPERSEDED = "superseded", _("Revised since")
        OTHER_SOURCE = "other_source", _("Other source")
        CORRECTED = "corrected", _("Our correction of the source")
        SCALE = "scale", _("Wrong scale")
        UNIT = "unit", _("Wrong unit")
        PERIOD = "period", _("Wrong period")
        CONTRADICTED = "contradicted", _("Contradicted")
        NO_DATA = "no_data", _("No data")

    edition = models.ForeignKey(Edition, related_name="quotations", on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("as printed"), max_length=300)
    value = models.CharField(max_length=64, blank=True)
    observation = models.ForeignKey(Observation, related_name="quotations", on_delete=models.PROTECT)
    pinned = models.ForeignKey(
        Vintage, null=True, blank=True, related_name="quotations", on_delete=models.PROTECT
    )
    verdict = models.CharField(_("verdict"), max_length=16, choices=Judged)
    revised_on = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Quotation"]] = models.Manager()

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="quotation_one_per_position")
        ]
        indexes = [models.Index(fields=["verdict", "edition"], name="quotation_by_verdict")]

    def __str__(self) -> str:
        return self.text
