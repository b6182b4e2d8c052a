"""The questions that are asked of declared errors, each with one name."""

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UpstreamErrorQuerySet(models.QuerySet[Any]):
    """Declarations are closed, never deleted."""

    def open(self) -> Self:
        """Those that nothing has closed: at most one for an observation."""
        return self.filter(closed_on=None)

    def in_force_on(self, day: date) -> Self:
        """Those that held at the end of that day."""
        return self.filter(declared_on__lte=day).filter(Q(closed_on=None) | Q(closed_on__gt=day))

    def declared_by_day(self, day: date) -> Self:
        """Those that had been declared by the end of that day, closed since or not; the newest first."""
        return self.filter(declared_on__lte=day).order_by("-declared_on", "-pk")

    def to_look_at(self) -> Self:
        """Closed because the source states something else now, and nobody has looked at it: the longest first."""
        return self.filter(looked_at=None).exclude(closing=None).order_by("closed_on", "pk")

    def with_catalogue(self) -> Self:
        series = "observation__series__"
        named = (f"{series}indicator", f"{series}area", f"{series}unit", f"{series}source")
        return self.select_related(*named, "expect__release", "closing__release")

    def delete(self) -> Any:
        raise ValidationError(_("A declared error is never deleted. Close it."), code="append-only")
