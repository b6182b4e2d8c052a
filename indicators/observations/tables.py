"""Observations of a series with their vintages, as rows that a template only has to print."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language

from indicators.catalogue.models import Series
from indicators.observations.models import Observation, Vintage
from indicators.observations.stated import as_printed


def in_words(vintage: Vintage, *, with_unit: bool = True) -> str:
    """“more than 9.443 million vehicles”, in the language of whoever looks."""
    unit = vintage.observation.series.unit if with_unit else None
    return as_printed(vintage, unit, get_language() or "en")


@dataclass(frozen=True, slots=True)
class PeriodRows:
    """A period of a series with everything that was stated about it, newest first."""

    observation: Observation
    vintages: list[Vintage]

    @property
    def is_revised(self) -> bool:
        """More than one statement: computed from the vintages, stored nowhere."""
        return len(self.vintages) > 1


def periods_of(series: Series) -> list[PeriodRows]:
    """All periods of a series, newest first, each with its vintages, newest first: in one query."""
    newest_first = (
        Vintage.objects.filter(observation__series=series)
        .with_catalogue()
        .select_related("recorded_by", "release__source")
        .order_by("-observation__period_start", "observation", "-stated_on", "-recorded_at", "-pk")
    )
    grouped = groupby(newest_first, key=lambda vintage: vintage.observation_id)
    rows = [list(vintages) for _observation, vintages in grouped]
    return [PeriodRows(vintages[0].observation, vintages) for vintages in rows]
