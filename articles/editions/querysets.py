"""The one question that every public page, feed and answer starts from: what is current?"""

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

# Large compiled columns that lists do not need.
PAGE_COLUMNS = ("body", "snapshot", "figures", "page_html", "entry_html", "api_detail")

# Whatever moment is asked about, what has ended by now is gone: the clock of the database says when now is.
NOT_ENDED = Q(ends_at=None) | Q(ends_at__gt=Now())


class EditionQuerySet(models.QuerySet[Any]):
    def current(self, at: datetime) -> Self:
        """Editions that are (or were) current at a moment. Articles withdrawn or ended since are never among them."""
        # An open edition has no end date, so that the common question stays one on the index.
        return self.filter(withdrawn_at=None, published_at__lte=at).filter(
            Q(superseded_at=None) | (Q(superseded_at__gt=at) & NOT_ENDED)
        )

    def published(self, at: datetime) -> Self:
        """Every edition that readers can reach by its own address at a moment."""
        return self.filter(NOT_ENDED, withdrawn_at=None, published_at__lte=at)

    def after_the_first(self) -> Self:
        """Updates, corrections and clarifications. Kinds are named one by one, so that the index of kinds answers."""
        return self.filter(kind__in=[kind for kind in self.model.Kind if kind != self.model.Kind.FIRST])

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-id")

    def light(self) -> Self:
        """Without the columns that only the article's own page needs."""
        return self.defer(*PAGE_COLUMNS)

    def with_keyword(self, keywords: Any) -> Self:
        """Editions that carry any of these keywords (a queryset or list of keyword ids)."""
        carried = self.model._meta.get_field("keyword_rows").related_model.objects
        return self.filter(pk__in=carried.filter(keyword__in=keywords).values("edition"))

    def cancel_unpublished(self, at: datetime) -> int:
        """Delete those that are not public yet: the one case in which an edition may go."""
        coming = self.filter(published_at__gt=at)
        coming.update(cancelled_at=at)
        deleted: int = super(EditionQuerySet, coming).delete()[0]
        return deleted

    def delete(self) -> Any:
        raise ValidationError(_("An edition is never deleted. Withdraw the article."), code="append-only")


EditionManager = models.Manager.from_queryset(EditionQuerySet)


class WithdrawalQuerySet(models.QuerySet[Any]):
    def in_force(self, at: datetime) -> Self:
        """Articles that are gone at a moment: withdrawn, or ended because their end date has come."""
        return self.filter(lifted_at=None, at__lte=at)

    def planned(self, at: datetime) -> Self:
        """End dates that have not come."""
        return self.filter(lifted_at=None, at__gt=at)


WithdrawalManager = models.Manager.from_queryset(WithdrawalQuerySet)
