"""Observations, and the vintages in which sources stated them."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Release, Series
from indicators.fields import PrintedDecimalField
from indicators.observations.fields import PeriodBoundField
from indicators.observations.periods import parse_period
from indicators.observations.querysets import ObservationManager, VintageManager
from taxonomy.fields import AddressField, LineField


class Observation(models.Model):
    """A series at a period (TIME_PERIOD)."""

    series = models.ForeignKey(Series, related_name="observations", on_delete=models.PROTECT)
    period = models.CharField(_("period"), max_length=10)
    period_start = PeriodBoundField(bound="start")
    period_end = PeriodBoundField(bound="end")

    objects: ClassVar[ObservationManager] = ObservationManager()

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering = ["series", "period_start"]
        constraints = [
            models.UniqueConstraint(fields=["series", "period"], name="observation_one_per_period"),
            models.CheckConstraint(
                condition=Q(period_start__lte=F("period_end")), name="observation_period_starts_before_end"
            ),
        ]
        indexes = [models.Index(fields=["series", "period_start", "id"], name="observation_in_time")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """`NEV_PROD.CHN.A.NBS:2023`: what bodies of articles and addresses carry."""
        return f"{self.series.code}:{self.period}"

    def natural_key(self) -> tuple[str, str]:
        return (self.series.code, self.period)

    def clean(self) -> None:
        """A period that fits the frequency of the series."""
        try:
            found = parse_period(self.period)
        except ValueError as error:
            raise ValidationError({"period": str(error)}) from error
        if found.frequency != self.series.frequency:
            raise ValidationError({"period": _("The period does not fit the frequency of the series.")})


def _number(column: str) -> Cast:
    """A text column compared as a number, for the constraint only."""
    return Cast(column, models.DecimalField(max_digits=60, decimal_places=20))


class Vintage(models.Model):
    """What a source stated about one observation, from `stated_on` on. Append-only.

    The value is kept as printed, in the source's own scale: canonical = value x 10^unit_mult x unit factor.
    Which vintage follows which is decided by (`stated_on`, `recorded_at`).
    """

    class Qualifier(models.TextChoices):
        EXACT = "exact", _("exactly")
        ABOUT = "about", _("about")
        MORE_THAN = "more_than", _("more than")
        LESS_THAN = "less_than", _("less than")
        AT_LEAST = "at_least", _("at least")
        AT_MOST = "at_most", _("at most")
        RANGE = "range", _("between")

    class Status(models.TextChoices):
        """SDMX CL_OBS_STATUS, the codes that this system gives a meaning."""

        NORMAL = "A", _("Normal")
        PROVISIONAL = "P", _("Provisional")
        ESTIMATED = "E", _("Estimated")
        FORECAST = "F", _("Forecast")
        BREAK = "B", _("Break in the series")
        MISSING = "M", _("Missing")
        WITHHELD = "Q", _("Withheld")

    class ChangeKind(models.TextChoices):
        FIRST = "first", _("First statement")
        REVISION = "revision", _("Revision")
        CORRECTION = "correction", _("Correction")
        WITHDRAWAL = "withdrawal", _("Withdrawal")

    MISSING: ClassVar[list[str]] = ["M", "Q"]

    observation = models.ForeignKey(Observation, related_name="vintages", on_delete=models.PROTECT)
    release = models.ForeignKey(
        Release, verbose_name=_("release"), related_name="vintages", on_delete=models.PROTECT
    )
    value = PrintedDecimalField(_("value"), null=True, blank=True, help_text=_("As the source printed it."))
    low = PrintedDecimalField(_("from"), null=True, blank=True)
    high = PrintedDecimalField(_("to"), null=True, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=9, choices=Qualifier, default=Qualifier.EXACT)
    unit_mult = models.SmallIntegerField(
        _("scale"), default=0, help_text=_("Power of ten: 6 for millions, 9 for billions.")
    )
    decimals = models.PositiveSmallIntegerField(_("decimals as printed"), default=0)
    status = models.CharField(_("status"), max_length=1, choices=Status, default=Status.NORMAL)
    stated_on = models.DateField(_("stated on"))
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL
    )
    change_kind = models.CharField(_("change"), max_length=10, choices=ChangeKind, default=ChangeKind.FIRST)
    reason = LineField(_("reason"), max_length=300, blank=True)
    note = LineField(_("note"), max_length=500, blank=True)
    address = AddressField()

    objects: ClassVar[VintageManager] = VintageManager()

    class Meta:
        verbose_name = _("vintage")
        verbose_name_plural = _("vintages")
        ordering = ["observation", "stated_on", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "stated_on", "release"], name="vintage_one_per_day_and_release"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False)
                | Q(low__isnull=False, high__isnull=False)
                | Q(status__in=["M", "Q"])
                | Q(change_kind="withdrawal"),
                name="vintage_has_a_value_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(LessThanOrEqual(_number("low"), _number("high"))),
                name="vintage_range_runs_upwards",
            ),
        ]
        indexes = [
            models.Index(fields=["observation", "stated_on", "recorded_at"], name="vintage_in_order"),
            models.Index(fields=["value"], name="vintage_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.observation}@{self.stated_on}"

    def natural_key(self) -> tuple[str, str, str, str]:
        return (*self.observation.natural_key(), self.release.slug, self.stated_on.isoformat())

    def clean(self) -> None:
        """A range runs upwards."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValidationError({"high": _("The range ends below its start.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ValidationError(_("A vintage never changes. Record a further one."), code="append-only")
        self.clean()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise ValidationError(_("A vintage is never deleted. Record a withdrawal."), code="append-only")


class Telling(models.Model):
    """An observation with all its vintages as the API tells it: JSON, written when something is recorded.

    Rebuildable, and only a shortcut: the database deletes it when anything that it tells changes (see
    `forgetting`), and what is not told here is told from the vintages. Nobody edits it.
    """

    # Derived from rows that renew the marker themselves (taxonomy.asking.watching).
    renews_marker: ClassVar[bool] = False

    observation = models.OneToOneField(
        Observation, primary_key=True, related_name="telling", on_delete=models.CASCADE
    )
    known_from = models.DateField()
    text = models.TextField()

    class Meta:
        verbose_name = _("telling")
        verbose_name_plural = _("tellings")

    def __str__(self) -> str:
        return str(self.observation)
