"""Declared errors of sources, and the log of what was done about each."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from indicators.fields import PrintedDecimalField
from indicators.observations.models import Observation, Vintage
from indicators.upstream_errors.querysets import UpstreamErrorQuerySet
from taxonomy.fields import AddressField, LineField, ParagraphsField


class UpstreamError(models.Model):
    """We hold what a source states about an observation to be wrong, and say what is right.

    `expect` is the statement that is wrong: as soon as the source states something else, the declaration is closed
    (`guarding`). What was declared never changes; what follows is added to it, and logged. What we hold to be
    right is written as the source would print it, in its scale and the unit of the series.
    """

    class Outcome(models.TextChoices):
        """How it ended."""

        FIXED = "fixed", _("Fixed by the source")
        CHANGED = "changed", _("Changed by the source to something else")
        REJECTED = "rejected", _("Rejected: the source is right")

    observation = models.ForeignKey(
        Observation,
        verbose_name=_("observation"),
        related_name="upstream_errors",
        on_delete=models.PROTECT,
    )
    expect = models.ForeignKey(
        Vintage, verbose_name=_("statement held to be wrong"), related_name="+", on_delete=models.PROTECT
    )
    value = PrintedDecimalField(_("value held to be right"), null=True, blank=True)
    low = PrintedDecimalField(_("from"), null=True, blank=True)
    high = PrintedDecimalField(_("to"), null=True, blank=True)
    qualifier = models.CharField(
        _("qualifier"), max_length=9, choices=Vintage.Qualifier, default=Vintage.Qualifier.EXACT
    )
    unit_mult = models.SmallIntegerField(_("scale"), default=0)
    decimals = models.PositiveSmallIntegerField(_("decimals as printed"), default=0)
    reason = LineField(_("reason"), max_length=500)
    declared_on = models.DateField(_("declared on"))
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("declared by"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.PROTECT,
    )

    informed_on = models.DateField(_("source informed on"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed by the source on"), null=True, blank=True)
    reply = ParagraphsField(_("reply of the source"), max_length=2000, blank=True)

    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    closing = models.ForeignKey(
        Vintage,
        verbose_name=_("statement that closed it"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.PROTECT,
    )
    looked_at = models.DateTimeField(_("looked at"), null=True, blank=True)

    objects: ClassVar[Any] = UpstreamErrorQuerySet.as_manager()

    class Meta:
        verbose_name = _("declared error")
        verbose_name_plural = _("declared errors")
        ordering = ["-declared_on", "-pk"]
        default_permissions = ("view", "add", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["observation"], condition=Q(closed_on=None), name="upstream_error_one_open"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(low__isnull=False, high__isnull=False),
                name="upstream_error_says_what_is_right",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="upstream_error_says_why"),
            models.CheckConstraint(
                condition=Q(closed_on=None, outcome="", closing=None)
                | Q(
                    closed_on__isnull=False,
                    closed_on__gte=F("declared_on"),
                    outcome__in=["fixed", "changed", "rejected"],
                ),
                name="upstream_error_closed_with_an_outcome",
            ),
        ]
        indexes = [models.Index(fields=["observation", "declared_on"], name="upstream_error_in_time")]

    def __str__(self) -> str:
        return f"{self.observation} ({self.declared_on})"

    def status_on(self, day: date) -> str:
        """open, confirmed, fixed, changed or rejected, as it was at the end of that day."""
        if self.closed_on is not None and self.closed_on <= day:
            return str(self.outcome)
        return "confirmed" if self.confirmed_on is not None and self.confirmed_on <= day else "open"

    def clean(self) -> None:
        """A range runs upwards."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValidationError({"high": _("The range ends below its start.")})

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise ValidationError(_("A declared error is never deleted. Close it."), code="append-only")


class UpstreamErrorEvent(models.Model):
    """The log of a declared error: one row a verb."""

    class Verb(models.TextChoices):
        DECLARE = "declare", _("declared the error")
        INFORM = "inform", _("informed the source")
        REPLY = "reply", _("recorded the reply of the source")
        REJECT = "reject", _("rejected the declaration")
        GUARD = "guard", _("closed: the source states something else")
        LOOK = "look", _("looked at what the source states now")

    error = models.ForeignKey(UpstreamError, related_name="events", on_delete=models.PROTECT)
    verb = models.CharField(max_length=8, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.PROTECT
    )
    detail = models.JSONField(default=dict, blank=True)
    address = AddressField()

    objects: ClassVar[models.Manager["UpstreamErrorEvent"]] = models.Manager()

    class Meta:
        verbose_name = _("event of a declared error")
        verbose_name_plural = _("events of a declared error")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.verb} {self.error_id}"
