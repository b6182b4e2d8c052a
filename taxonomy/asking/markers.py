"""Markers: a random token for each part of the data, renewed by the database whenever a row of it changes.

Triggers do it (see `watching`), so every way in counts: forms, bulk operations, `update()`, imports, SQL by hand.
"""

from collections.abc import Sequence

from taxonomy.asking.models import Marker


def tokens(parts: Sequence[str]) -> list[str]:
    """The present tokens of these parts, in one query. A part that never changed has none."""
    if not parts:
        return []
    return list(Marker.objects.filter(part__in=parts).order_by("part").values_list("token", flat=True))
