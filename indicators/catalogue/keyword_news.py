"""Indicators and places carry keywords: a merge moves them, its undoing puts them back."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Area, Indicator
from taxonomy.carrying import Carrier
from taxonomy.uses import Use

CARRIED = Indicator.keywords.through


def _rows(at: datetime) -> QuerySet[Any]:
    return CARRIED.objects.all()


INDICATORS = Use(name="indicators", label=_("indicators"), rows=_rows)
CARRIERS = (
    Carrier("indicators", _("indicators"), CARRIED.objects.all, owner="indicator"),
    Carrier("areas", _("areas"), Area.objects.all),
)
