"""What editions do when keywords change: be compiled again. A merge moves what they carry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition, EditionKeyword
from taxonomy.carrying import Carrier
from taxonomy.uses import Use


def recompile_what_carries(
    *, keywords: set[int], replaced: Mapping[int, int], at: datetime, **news: Any
) -> None:
    """Receiver of `keywords_changed`, inside the transaction of the change.

    What an edition printed of its keywords stays in its snapshot; the index of keywords, the API's row and the
    search text follow the change.
    """
    carrying = EditionKeyword.objects.filter(keyword__in={*keywords, *replaced.values()})
    for edition in Edition.objects.filter(pk__in=carrying.values("edition"), withdrawn_at=None):
        recompile_edition(edition, at=at)


def _current_rows(at: datetime) -> QuerySet[Any]:
    return EditionKeyword.objects.filter(edition__in=Edition.objects.current(at))


EDITIONS = Carrier("editions", _("editions"), EditionKeyword.objects.all, owner="edition")
ARTICLES = Use(name="articles", label=_("articles"), rows=_current_rows)
