"""Where keywords are used. Taxonomy may not import the layers above, so they register here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


@dataclass(frozen=True, slots=True)
class Use:
    """One way of using keywords.

    Attributes:
        name: of the count, as an annotation: `articles`.
        label: the heading of its column, translated lazily.
        rows: the rows in use at a moment.
        keyword: the name of their foreign key to the keyword.
    """

    name: str
    label: Any
    rows: Callable[[datetime], QuerySet[Any]]
    keyword: str = "keyword"

    @property
    def column(self) -> str:
        return f"used_by_{self.name}"

    def count(self, at: datetime) -> Coalesce:
        """How many rows use the keyword of the outer query."""
        rows = self.rows(at).filter(**{self.keyword: OuterRef("pk")}).order_by()
        counted = rows.values(self.keyword).annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


_registered: dict[str, Use] = {}


def register(use: Use) -> None:
    """Declare a use; an app above does so once, when it is ready."""
    _registered[use.name] = use


def uses() -> Iterable[Use]:
    """Every declared use, in the order of declaration."""
    return tuple(_registered.values())


def with_counts(keywords: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    """Keywords with one number a use, all in the one query."""
    counted: QuerySet[Any] = keywords.annotate(**{use.column: use.count(at) for use in uses()})
    return counted
