"""Observations of a series with their vintages, as rows that a template only has to print."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from indicators.catalogue.models import Series
from indicators.observations.models import Observation, Vintage
from indicators.observations.printing import printed, printed_range, qualified


def as_printed(vintage: Vintage, *, with_unit: bool = True) -> str:
    """“more than 9.443 million vehicles”, or what there is instead of a value."""
    unit = vintage.observation.series.unit
    symbol = (unit.symbol or unit.name) if with_unit else ""
    code = unit.code if with_unit else ""
    if vintage.low is not None and vintage.high is not None:
        return printed_range(vintage.low, vintage.high, vintage.unit_mult, symbol, code)
    if vintage.value is None:
        withdrawn = vintage.change_kind == Vintage.ChangeKind.WITHDRAWAL
        return _("withdrawn") if withdrawn else str(vintage.get_status_display()).lower()
    return qualified(printed(vintage.value, vintage.unit_mult, symbol, code), vintage.qualifier)


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
