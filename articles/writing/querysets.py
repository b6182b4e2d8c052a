"""Questions about working copies, each named once."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

SEE_ALL = "articles.edit_any_article"


class ArticleQuerySet(models.QuerySet[Any]):
    """Working copies."""

    def working(self) -> Self:
        """What is not in the trash."""
        return self.filter(trashed_at=None)

    def trashed(self) -> Self:
        """What is in the trash, the latest first."""
        return self.exclude(trashed_at=None).order_by("-trashed_at", "-pk")

    def known_to(self, user: Any) -> Self:
        """What concerns this person, the trash included: everything for editors; else what they began or were given."""
        if not user.is_active or not user.has_perm("articles.view_article"):
            return self.none()
        if user.has_perm(SEE_ALL):
            return self.all()
        return self.filter(Q(created_by=user.pk) | Q(assigned_to=user.pk))

    def visible_to(self, user: Any) -> Self:
        """What this person may open. The trash has its own list."""
        return self.known_to(user).working()


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    """Everything, the trash included; `working` and `visible_to` narrow it down."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)
