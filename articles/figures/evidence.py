"""What the catalogue holds about the figures of a body: loaded in three queries, handed to the pure judges."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from articles.figures.checking import DeclaredError, Neighbour, StatedValue, UnitFacts
from articles.figures.marks import Mark
from articles.figures.numerals import Qualifier
from indicators.catalogue.models import Series, Unit
from indicators.observations.models import Observation, Vintage
from indicators.upstream_errors.models import UpstreamError

# Another period is only meant by mistake when it is near.
NEAR = timedelta(days=3 * 366)
WITHDRAWN = "withdrawal"
UNITS = "figures.units"
# How long another process may judge by the unit as it was.
MOMENTS = 5

# As `VintageQuerySet.in_order`, without a join to say in which order series come.
IN_ORDER = (
    "observation__series_id", "observation__period_start", "observation_id", "stated_on", "recorded_at", "pk",
)  # fmt: skip

type SeriesKey = tuple[int, int, str]


@dataclass(slots=True)
class Evidence:
    """What is known of one observation: its own vintages, those of its neighbours, errors that we declared of it."""

    observation: Observation
    vintages: list[StatedValue] = field(default_factory=list)
    neighbours: list[Neighbour] = field(default_factory=list)
    rows: dict[int, Vintage] = field(default_factory=dict)
    errors: list[DeclaredError] = field(default_factory=list)
    declared: dict[int, UpstreamError] = field(default_factory=dict)


def facts_of(unit: Unit) -> UnitFacts:
    return UnitFacts(
        code=unit.code, dimension=unit.dimension, factor=Decimal(unit.factor), is_count=unit.is_count
    )


def all_units() -> Mapping[str, UnitFacts]:
    """Every unit by its code; kept for moments, since units hardly ever change."""
    found: Any = cache.get_or_set(
        UNITS, lambda: {unit.code: facts_of(unit) for unit in Unit.objects.all()}, MOMENTS
    )
    return found


@receiver([post_save, post_delete], sender=Unit, dispatch_uid="figures.units")
def forget_units(**news: Any) -> None:
    """A changed unit judges at once in this process; again after the commit, lest a reader kept the old one."""
    cache.delete(UNITS)
    transaction.on_commit(lambda: cache.delete(UNITS))


def stated_value(row: Vintage) -> StatedValue:
    """A stored vintage as the judges see it."""
    series = row.observation.series
    return StatedValue(
        key=row.pk,
        value=row.value,
        low=row.low,
        high=row.high,
        qualifier=Qualifier(row.qualifier),
        multiplier=row.unit_mult,
        decimals=row.decimals,
        unit=facts_of(series.unit),
        stated_on=row.stated_on,
        recorded_at=row.recorded_at,
        withdrawn=row.change_kind == WITHDRAWN or row.status in Vintage.MISSING,
        preliminary=row.status == "P",
        source=series.source.code,
        release=row.release.title,
    )


def declared_error(row: UpstreamError) -> DeclaredError:
    """A stored declaration as the judges see it. Its key is no vintage's: below zero."""
    series = row.observation.series
    right = StatedValue(
        key=-row.pk,
        value=row.value,
        low=row.low,
        high=row.high,
        qualifier=Qualifier(row.qualifier),
        multiplier=row.unit_mult,
        decimals=row.decimals,
        unit=facts_of(series.unit),
        stated_on=row.declared_on,
        recorded_at=datetime.combine(row.declared_on, time.min, UTC),
        source=series.source.code,
    )
    return DeclaredError(right, row.reason, row.declared_on, row.closed_on)


def gather(marks: Iterable[Mark]) -> dict[str, Evidence]:
    """Evidence by reference, for the marks whose observation exists. One query more where an error is declared."""
    pairs = {tuple(mark.reference.rsplit(":", 1)) for mark in marks if ":" in mark.reference}
    if not pairs:
        return {}
    observations = Observation.objects.filter(
        series__code__in={series for series, _ in pairs}, period__in={period for _, period in pairs}
    ).select_related("series__indicator", "series__area", "series__unit", "series__source")
    observations = observations.annotate(
        disputed=Exists(UpstreamError.objects.filter(observation=OuterRef("pk")))
    )
    found = {
        each.reference: Evidence(each) for each in observations if (each.series.code, each.period) in pairs
    }
    if found:
        _add_vintages(found)
        _add_errors({each.observation.pk: each for each in found.values() if _is_disputed(each.observation)})
    return found


def _is_disputed(observation: Any) -> bool:
    return bool(observation.disputed)


def _add_errors(disputed: Mapping[int, Evidence]) -> None:
    if not disputed:
        return
    for row in UpstreamError.objects.filter(observation__in=disputed).order_by("declared_on", "pk"):
        evidence = disputed[row.observation_id]
        row.observation = evidence.observation
        error = declared_error(row)
        evidence.errors.append(error)
        evidence.declared[error.right.key] = row


def _add_vintages(found: dict[str, Evidence]) -> None:
    # Series are found first, so that every condition is one on observations and an index answers each:
    # joined into one statement, the whole table of observations would be read.
    alike = _series_alike(found.values())
    known = {series.pk: series for group in alike.values() for series in group}
    by_key: dict[SeriesKey, list[Evidence]] = {}
    for evidence in found.values():
        by_key.setdefault(key_of(evidence.observation.series), []).append(evidence)
    rows = Vintage.objects.filter(_near(found.values(), known)).select_related("release", "observation")
    for row in rows.order_by(*IN_ORDER):
        row.observation.series = known[row.observation.series_id]
        for evidence in by_key[key_of(row.observation.series)]:
            _place(row, evidence)


def _near(evidences: Iterable[Evidence], series: Iterable[int]) -> Q:
    """Vintages of the same periods in any of these series, and of near periods in the series that are quoted.

    One condition a quoted series, not one a figure: a long article asks no longer question.
    """
    spans: dict[int, list[date]] = {}
    for evidence in evidences:
        spans.setdefault(evidence.observation.series_id, []).append(evidence.observation.period_start)
    periods = {evidence.observation.period for evidence in evidences}
    wanted = Q(observation__series__in=list(series), observation__period__in=periods)
    for number, starts in spans.items():
        reach = (min(starts) - NEAR, max(starts) + NEAR)
        wanted |= Q(observation__series=number, observation__period_start__range=reach)
    return wanted


def key_of(series: Series) -> SeriesKey:
    """What two sources have in common that state the same thing."""
    return (series.indicator_id, series.area_id, series.frequency)


def _series_alike(evidences: Iterable[Evidence]) -> dict[SeriesKey, list[Series]]:
    """The series that state the same thing as each of these, their own included."""
    keys = {key_of(evidence.observation.series) for evidence in evidences}
    wanted = Q()
    for indicator, area, frequency in keys:
        wanted |= Q(indicator=indicator, area=area, frequency=frequency)
    alike: dict[SeriesKey, list[Series]] = {key: [] for key in keys}
    for series in Series.objects.filter(wanted).select_related("unit", "source").order_by("code"):
        alike[key_of(series)].append(series)
    return alike


def _place(row: Vintage, evidence: Evidence) -> None:
    own, other = evidence.observation, row.observation
    if other.pk == own.pk:
        evidence.vintages.append(stated_value(row))
    elif other.series_id == own.series_id and abs(other.period_start - own.period_start) <= NEAR:
        evidence.neighbours.append(Neighbour("period", other.period, stated_value(row)))
    elif other.series_id != own.series_id and other.period == own.period:
        evidence.neighbours.append(Neighbour("source", other.series.source.code, stated_value(row)))
    else:
        return
    evidence.rows[row.pk] = row
