"""The questions that are asked of compositions, each with one name."""

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FrontPageQuerySet(models.QuerySet[Any]):
    def of(self, language: str) -> Self:
        return self.filter(language=language)

    def in_force(self, at: datetime) -> Self:
        """Those that hold at a moment, the one that readers see first: the last to start stands over the others."""
        return self.stood(at).filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def stood(self, at: datetime) -> Self:
        """Those whose time has come, whether or not it has passed: what readers have seen, the newest first."""
        return self.filter(cancelled_at=None, starts_at__lte=at).order_by("-starts_at", "-pk")

    def coming(self, at: datetime) -> Self:
        """Those whose time has not come, the next one first."""
        return self.filter(cancelled_at=None, starts_at__gt=at).order_by("starts_at", "pk")

    def delete(self) -> Any:
        raise ValidationError(_("What stood on the front page stays known."), code="append-only")


FrontPageManager = models.Manager.from_queryset(FrontPageQuerySet)
