"""The share of numbers in current editions that are bound: by article, author, publication or month. Counted in SQL."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, ExpressionWrapper, F, FloatField, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast, Coalesce, NullIf, TruncMonth
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition

Words = str | Promise


class Grouping(NamedTuple):
    """One way to group: its heading, the columns of a group (key and name), and what the nameless group is called."""

    label: Words
    heading: Words
    columns: tuple[Any, Any]
    nameless: Words = ""


MONTH = TruncMonth("first_published_at")
GROUPINGS: dict[str, Grouping] = {
    "article": Grouping(_("By article"), _("Article"), (F("article_id"), F("title"))),
    "author": Grouping(_("By author"), _("Author"), (F("authors__pk"), F("authors__name")), _("No author")),
    "publication": Grouping(
        _("By publication"),
        _("Publication"),
        (F("publication_id"), F("publication__title")),
        _("No publication"),
    ),
    "month": Grouping(_("By month"), _("First published in"), (MONTH, MONTH)),
}
# What the columns of the report are sorted by.
ORDERINGS = {
    "name": "name",
    "editions": "editions",
    "numbers": "numbers",
    "unbound": "unbound",
    "share": "share",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One group. `share` is of its numbers, in percent with one decimal; None where there is no number."""

    key: Any
    name: Words
    editions: int
    numbers: int
    bound: int
    uncounted: int

    @property
    def unbound(self) -> int:
        return self.numbers - self.bound

    @property
    def share(self) -> str | None:
        if not self.numbers:
            return None
        tenths = self.bound * 1000 // self.numbers
        return f"{tenths // 10}.{tenths % 10}"


def coverage(by: str, order: str, at: datetime) -> QuerySet[Any]:
    """Groups of the editions that are current, as dicts for `row_of`.

    Args:
        by: a key of `GROUPINGS`.
        order: a key of `ORDERINGS`, after a minus for the largest first; groups without a number come last.
    """
    key, name = GROUPINGS[by].columns
    grouped = Edition.objects.current(at).order_by().values(key=key, name=name)
    column = F(order.removeprefix("-"))
    ordered = column.desc(nulls_last=True) if order.startswith("-") else column.asc(nulls_last=True)
    found: QuerySet[Any] = grouped.annotate(**_sums()).order_by(ordered, "name", "key")
    return found


def in_all(at: datetime) -> Row:
    """All current editions together. One query."""
    found = Edition.objects.current(at).order_by().aggregate(**_sums())
    return row_of("article", {"key": None, "name": "", **found})


def row_of(by: str, found: dict[str, Any]) -> Row:
    """A group as the report shows it."""
    name = f"{found['name']:%Y-%m}" if by == "month" else found["name"]
    return Row(
        key=found["key"],
        name=name or GROUPINGS[by].nameless,
        editions=found["editions"],
        numbers=found["numbers"],
        bound=found["numbers"] - found["unbound"],
        uncounted=found["uncounted"],
    )


def _sums() -> dict[str, Any]:
    """An edition that `recompile` has not counted yet adds nothing but itself."""
    bound, unbound = (Coalesce(Sum(f"{name}_numbers"), Value(0)) for name in ("bound", "unbound"))
    every = NullIf(Cast(bound + unbound, FloatField()), Value(0.0))
    share = ExpressionWrapper(Cast(bound, FloatField()) / every, FloatField())
    return {
        "editions": Count("pk"),
        "unbound": unbound,
        "numbers": bound + unbound,
        "share": share,
        "uncounted": Count("pk", filter=Q(unbound_numbers=None)),
    }
