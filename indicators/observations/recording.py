"""The one way in for statements: record vintages, then tell the layers above, in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import batched

from django.db import transaction

from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from indicators.observations.models import Vintage
from indicators.observations.succession import refuse_future, refuse_out_of_order
from indicators.signals import vintages_recorded

BATCH = 2000


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


@transaction.atomic
def record_judged(
    vintages: Sequence[Vintage], *, at: datetime, progress: Callable[[int], None] = lambda done: None
) -> None:
    """The same for many statements that were read and judged one by one before: see `indicators.importing`.

    The constraints of the database hold here too; what asks a question for each statement is left out.

    Args:
        progress: told how many are stored.

    Raises:
        ValidationError: one is dated after today; nothing is stored.
    """
    series = {vintage.observation.series_id for vintage in vintages}
    for some in batched(sorted(series), BATCH, strict=False):
        hold_indicators_of(Series.objects.filter(pk__in=some))
    for day in {vintage.stated_on: vintage for vintage in vintages}.values():
        refuse_future(day, at=at)
    for vintage in vintages:
        vintage.recorded_at = at
    done = 0
    for batch in batched(vintages, BATCH, strict=False):
        Vintage.objects.bulk_create(batch)
        done += len(batch)
        progress(done)
    if vintages:
        told = {vintage.observation_id for vintage in vintages}
        vintages_recorded.send(sender=Vintage, observations=told, at=at)
