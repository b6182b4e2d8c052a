"""Tellings are written when something is recorded, so that a page of the API only reads them."""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from indicators.observations.asking import told_from_vintages
from indicators.observations.models import Observation, Telling
from indicators.signals import catalogue_changed, declarations_changed, vintages_recorded

BATCH = 500
# A new name of a source of a hundred thousand observations is no reason to wait: `recompile` tells them again.
MOST_AT_ONCE = 5000


@receiver(vintages_recorded, dispatch_uid="indicators.observations.tellings.recorded")
def vintages_were_recorded(sender: Any, observations: set[int], at: datetime, **news: Any) -> None:
    if len(observations) <= MOST_AT_ONCE:
        tell_again(sorted(observations))


@receiver(declarations_changed, dispatch_uid="indicators.observations.tellings.declared")
def declarations_were_changed(sender: Any, observations: set[int], at: datetime, **news: Any) -> None:
    tell_again(sorted(observations))


@receiver(catalogue_changed, dispatch_uid="indicators.observations.tellings.catalogue")
def catalogue_was_changed(sender: Any, series: set[int], at: datetime, **news: Any) -> None:
    shown = Observation.objects.filter(series__in=series).order_by("pk").values_list("pk", flat=True)
    found = list(shown[: MOST_AT_ONCE + 1])
    if len(found) <= MOST_AT_ONCE:
        tell_again(found)


def tell_again(observations: Iterable[int]) -> int:
    """Write the tellings of these observations anew, as everything stated of them says; the same is not rewritten.

    Returns:
        How many changed.
    """
    return sum(_tell(batch) for batch in batched(observations, BATCH, strict=False))


def tell_all_again() -> int:
    """The same for every observation there is."""
    return tell_again(list(Observation.objects.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _tell(observations: tuple[int, ...]) -> int:
    hold_indicators_of(Series.objects.filter(observations__in=observations))
    present = Telling.objects.in_bulk(observations)
    fresh = [
        Telling(observation_id=key, known_from=known_from, text=text)
        for key, (known_from, text) in told_from_vintages(observations).items()
        if key not in present or (present[key].known_from, present[key].text) != (known_from, text)
    ]
    Telling.objects.bulk_create(
        fresh, update_conflicts=True, unique_fields=["observation"], update_fields=["known_from", "text"]
    )
    return len(fresh)
