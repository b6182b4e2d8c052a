"""How often a row of the catalogue is used, counted in the list's own query."""

from typing import Any

from django.db.models import Count, IntegerField, Model, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


def how_many(rows: type[Model], points: str) -> Coalesce:
    """How many rows point at the row of the outer query by the foreign key `points`."""
    pointing: Any = rows._default_manager.filter(**{points: OuterRef("pk")}).order_by()
    counted = pointing.values(points).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
