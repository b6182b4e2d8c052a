"""The one way in for statements: record vintages, then tell the layers above, in one transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from indicators.observations.models import Vintage
from indicators.observations.succession import refuse_out_of_order
from indicators.signals import vintages_recorded


@transaction.atomic
def record_vintages(vintages: Iterable[Vintage], *, at: datetime) -> list[Vintage]:
    """Store new vintages and announce them.

    Args:
        vintages: unsaved vintages of observations that exist.
        at: the moment of recording, kept as `recorded_at`.

    Returns:
        The stored vintages.

    Raises:
        ValidationError: a vintage breaks a rule; nothing is stored.
    """
    stored: list[Vintage] = list(vintages)
    for vintage in stored:
        vintage.recorded_at = at
        vintage.full_clean()
    hold_indicators_of(Series.objects.filter(observations__in={v.observation_id for v in stored}))
    refuse_out_of_order(stored, at=at)
    stored = Vintage.objects.bulk_create(stored)
    vintages_recorded.send(sender=Vintage, observations={v.observation_id for v in stored}, at=at)
    return stored
