"""What the panel “Where it is used” shows of an object: each use with its number and its first rows."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse

from articles.writing.models import Article
from taxonomy.usage import Place, Usage, usages_of

SHOWN = 5
COUNTED = 1000
FEW_TEXTS = 5000


@dataclass(frozen=True, slots=True)
class Part:
    """One use in the panel. `count` is None where nobody counted: the page of the use looks."""

    usage: Usage
    url: str
    count: int | None
    more: bool
    places: list[Place]


def parts_of(obj: Model, person: Any) -> list[Part]:
    """Every use that this person may know of. At most two queries each, and one; numbers end at `COUNTED`."""
    usages = usages_of(type(obj), person)
    many = any(usage.scans for usage in usages) and Article.objects.all()[FEW_TEXTS:].exists()
    return [_part(usage, obj, person, look=not (usage.scans and many)) for usage in usages]


def address_of(obj: Model, usage: Usage) -> str:
    """The page that lists one use of an object."""
    opts = obj._meta
    return reverse("usage:list", args=[opts.app_label, opts.model_name, obj.pk, usage.name])


def _part(usage: Usage, obj: Model, person: Any, *, look: bool) -> Part:
    url = address_of(obj, usage)
    if not look:
        return Part(usage, url, None, False, [])
    rows = usage.rows(obj, person)
    first = list(rows[: SHOWN + 1])
    count = len(first) if len(first) <= SHOWN else rows.order_by().values("pk")[: COUNTED + 1].count()
    places = [usage.told(row, person) for row in first[:SHOWN]]
    return Part(usage, url, min(count, COUNTED), count > COUNTED, places)
