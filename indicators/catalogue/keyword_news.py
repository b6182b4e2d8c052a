"""When keywords are merged, indicators and places go to the one that stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Area, Indicator
from taxonomy.uses import Use

CARRIED = Indicator.keywords.through


def move_to_the_keyword_that_stays(*, replaced: Mapping[int, int], **news: Any) -> None:
    """Receiver of `keywords_changed`, inside the transaction of the merge."""
    for old, new in replaced.items():
        Area.objects.filter(keyword_id=old).update(keyword_id=new)
        carrying_both = CARRIED.objects.filter(keyword_id=new).values("indicator")
        CARRIED.objects.filter(keyword_id=old).exclude(indicator__in=carrying_both).update(keyword_id=new)
        CARRIED.objects.filter(keyword_id=old).delete()


def _rows(at: datetime) -> QuerySet[Any]:
    return CARRIED.objects.all()


INDICATORS = Use(name="indicators", label=_("indicators"), rows=_rows)
