"""Keyset pages: read from a position on, without COUNT and OFFSET, so that inserts never shift a page."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from taxonomy.asking.cursors import Ordering, Position


class Cut[Row](NamedTuple):
    """The rows of a page in the order of the list, and whether there are rows on either side."""

    rows: list[Row]
    before: bool
    after: bool


def _beyond(ordering: Ordering, position: Position) -> Q:
    """The rows on the far side of a position. The first bound is repeated alone: an index can start from it."""
    alternatives = Q()
    equal: dict[str, Any] = {}
    for key, value in zip(ordering, position.values, strict=True):
        further = {f"{key.column}__{key.beyond(backwards=position.backwards)}": value}
        alternatives |= Q(**equal, **further)
        equal[key.column] = value
    first = ordering[0]
    bound = Q(**{f"{first.column}__{first.beyond(backwards=position.backwards)}e": position.values[0]})
    return bound & alternatives


def window(
    queryset: QuerySet[Any], ordering: Ordering, position: Position | None, limit: int
) -> QuerySet[Any]:
    """The rows of a page and one more, which tells whether there is a further page. Backwards: in reverse."""
    backwards = position is not None and position.backwards
    if position is not None:
        queryset = queryset.filter(_beyond(ordering, position))
    return queryset.order_by(*(key.order(backwards=backwards) for key in ordering))[: limit + 1]


def cut[Row](rows: Sequence[Row], position: Position | None, limit: int) -> Cut[Row]:
    """Cut the rows of a window, in the order of the list, to the page."""
    more = len(rows) > limit
    if position is not None and position.backwards:
        return Cut(list(rows[-limit:]), before=more, after=bool(rows))
    return Cut(list(rows[:limit]), before=position is not None and bool(rows), after=more)
