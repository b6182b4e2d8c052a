"""The questions that are asked of observations and vintages, each with one name."""

from datetime import date, datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def day_of(moment: datetime | date) -> date:
    """The calendar day of a moment in the site's time zone."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


class ObservationManager(models.Manager[Any]):
    def get_by_natural_key(self, series: str, period: str) -> Any:
        return self.get(series__code=series, period=period)


class VintageQuerySet(models.QuerySet[Any]):
    """Vintages are append-only: what was stated stays. A change is a further vintage."""

    def stated_by(self, moment: datetime | date) -> Self:
        """Everything that had been stated by the end of that day."""
        return self.filter(stated_on__lte=day_of(moment))

    def as_known_at(self, moment: datetime | date) -> Self:
        """The newest vintage of each observation by (`stated_on`, `recorded_at`), as known on that day."""
        known = self.stated_by(moment)
        same = self.model._default_manager.filter(observation=OuterRef("observation")).stated_by(moment)
        later = models.Q(stated_on__gt=OuterRef("stated_on"))
        later |= models.Q(stated_on=OuterRef("stated_on"), recorded_at__gt=OuterRef("recorded_at"))
        later |= models.Q(
            stated_on=OuterRef("stated_on"), recorded_at=OuterRef("recorded_at"), pk__gt=OuterRef("pk")
        )
        return known.filter(~Exists(same.filter(later)))

    def in_order(self) -> Self:
        return self.order_by("observation", "stated_on", "recorded_at", "pk")

    def with_catalogue(self) -> Self:
        return self.select_related(
            "release",
            "observation__series__indicator",
            "observation__series__area",
            "observation__series__unit",
            "observation__series__source",
        )

    def update(self, **kwargs: Any) -> int:
        raise ValidationError(_("A vintage never changes. Record a further one."), code="append-only")

    def delete(self) -> Any:
        raise ValidationError(_("A vintage is never deleted. Record a withdrawal."), code="append-only")


class VintageManager(models.Manager.from_queryset(VintageQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, series: str, period: str, release: str, stated_on: str) -> Any:
        return self.get(
            observation__series__code=series,
            observation__period=period,
            release__slug=release,
            stated_on=stated_on,
        )
