"""Views of the list of articles that people keep, for themselves or for everybody."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taxonomy.fields import LineField


class SavedViewQuerySet(models.QuerySet[Any]):
    """Saved views."""

    def offered_to(self, person: Any) -> Self:
        """A person's own views, then those that others share, each by name."""
        own = models.Case(models.When(owner=person.pk, then=0), default=1)
        return self.filter(Q(owner=person.pk) | Q(shared=True)).order_by(own, "name", "pk")


class SavedView(models.Model):
    """Filters, words, order and columns of the list of articles under a name."""

    name = LineField(_("name"), max_length=60)
    query = models.CharField(_("filters"), max_length=1000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kept by"),
        related_name="saved_views",
        on_delete=models.CASCADE,
    )
    shared = models.BooleanField(_("shared with everybody"), default=False)

    objects: ClassVar[Any] = models.Manager.from_queryset(SavedViewQuerySet)()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_name_is_given_once")
        ]

    def __str__(self) -> str:
        return self.name
