"""What editions do when keywords change: carry the keyword that stays, and be compiled again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition, EditionKeyword
from taxonomy.uses import Use


def recompile_what_carries(
    *, keywords: set[int], replaced: Mapping[int, int], at: datetime, **news: Any
) -> None:
    """Receiver of `keywords_changed`, inside the transaction of the change.

    Args:
        keywords: ids whose name, labels, kind, status, address or place changed.
        replaced: old id -> new id; what carries the old keyword has to carry the new one, once, in order.
        at: the moment of the change.
    """


def _current_rows(at: datetime) -> QuerySet[Any]:
    return EditionKeyword.objects.filter(edition__in=Edition.objects.current(at))


ARTICLES = Use(name="articles", label=_("articles"), rows=_current_rows)
