"""News from below: what quotes a changed statement or name is recompiled, in the transaction of the change."""

from datetime import datetime
from itertools import batched
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.dispatch import receiver

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition
from articles.editions.signals import figures_struck
from articles.figures.models import Quotation
from indicators.observations.models import Observation
from indicators.signals import catalogue_changed, declarations_changed, vintages_recorded

# Fewer than any database allows of parameters in one question.
MOST_AT_ONCE = 5000
WRONG = ("contradicted", "scale", "unit", "period", "other_source")


@receiver(vintages_recorded, dispatch_uid="articles.editions.vintages")
def vintages_were_recorded(sender: Any, observations: set[int], at: datetime, **news: Any) -> None:
    """Recompile the editions whose figures are compared with one of these observations, and say which it struck."""
    parts = [set(some) for some in batched(sorted(observations), MOST_AT_ONCE, strict=False)]
    before = {figure for part in parts for figure in _superseded(part, at)}
    _recompile({key for part in parts for key in comparing(part).values_list("edition", flat=True)}, at)
    after = {figure for part in parts for figure in _superseded(part, at)}
    if struck := after - before:
        figures_struck.send(sender=Quotation, figures=struck, at=at)


@receiver(declarations_changed, dispatch_uid="articles.editions.declarations")
def declarations_were_changed(sender: Any, observations: set[int], at: datetime, **news: Any) -> None:
    """Recompile the editions that quote what we declared to be wrong, or do so no longer."""
    quoting = Quotation.objects.filter(observation__in=observations)
    _recompile(set(quoting.values_list("edition", flat=True)), at)


@receiver(catalogue_changed, dispatch_uid="articles.editions.catalogue")
def catalogue_was_changed(sender: Any, series: set[int], at: datetime, **news: Any) -> None:
    """Recompile the editions whose figures show these series."""
    quoting = Quotation.objects.filter(observation__series__in=series)
    _recompile(set(quoting.values_list("edition", flat=True)), at)


def _superseded(observations: set[int], at: datetime) -> set[tuple[int, int]]:
    """Edition and number of the figures that quote them, in current editions, and are not true any more."""
    current = Edition.objects.current(at).order_by().values("pk")
    found = Quotation.objects.filter(observation__in=observations, verdict="superseded", edition__in=current)
    return set(found.values_list("edition", "position"))


def _recompile(editions: set[int], at: datetime) -> None:
    for some in batched(sorted(editions), MOST_AT_ONCE, strict=False):
        quoting = Edition.objects.filter(pk__in=some).order_by("pk")
        for edition in quoting.select_for_update(no_key=True):
            recompile_edition(edition, at=at)


def comparing(observations: set[int]) -> QuerySet[Quotation]:
    """Quotations of the observations, of the same thing from another source, and wrong ones of the series."""
    changed = Observation.objects.filter(pk__in=observations)
    alike = changed.filter(
        period=OuterRef("observation__period"),
        series__indicator=OuterRef("observation__series__indicator"),
        series__area=OuterRef("observation__series__area"),
        series__frequency=OuterRef("observation__series__frequency"),
    )
    same_series = Q(verdict__in=WRONG, observation__series__in=changed.values("series"))
    return Quotation.objects.filter(same_series | Exists(alike))
