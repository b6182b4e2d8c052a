"""The one way in for statements: record vintages, then tell the layers above, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import batched

from django.db import transaction

from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from indicators.observations.models import Vintage
from indicators.observations.succession import refuse_future, refuse_out_of_order
from indicators.signals import vintages_recorded
from indicators.upstream_errors.guarding import guard

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
    announce({vintage.observation_id for vintage in stored}, at)
    return stored


def recording_judged(
    vintages: Iterable[Sequence[Vintage]], *, series: Iterable[int], at: datetime
) -> Iterator[int]:
    """The same for many statements that were read and judged one by one before: see `indicators.importing`.

    The constraints of the database hold here too; what asks a question for each statement is left out. The caller
    holds the transaction and goes on to the end: the layers above are told after the last batch.

    Args:
        vintages: unsaved, in batches that are asked for one after the other.
        series: ids of all their series.

    Yields:
        How many are stored, after each batch.

    Raises:
        ValidationError: one is dated after today.
    """
    for some in batched(sorted(series), BATCH, strict=False):
        hold_indicators_of(Series.objects.filter(pk__in=some))
    told: set[int] = set()
    for batch in vintages:
        for vintage in batch:
            vintage.recorded_at = at
        for of_a_day in {vintage.stated_on: vintage for vintage in batch}.values():
            refuse_future(of_a_day, at=at)
        Vintage.objects.bulk_create(batch)
        told.update(vintage.observation_id for vintage in batch)
        yield len(told)
    if told:
        announce(told, at)


def announce(observations: set[int], at: datetime) -> None:
    """Say that something was stated about these observations, in the transaction that stores it.

    First what was declared about them is looked at, so that whoever listens finds it as it stands now.
    """
    guard(observations, at=at)
    vintages_recorded.send(sender=Vintage, observations=observations, at=at)
