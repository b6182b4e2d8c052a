"""Series with everything that had been stated by a day, ready for tables, charts and answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from indicators.catalogue.models import Series
from indicators.observations.models import Observation, Vintage
from indicators.observations.stated import same_statement


@dataclass(frozen=True, slots=True)
class Known:
    """One series as known on a day. Periods run from old to new, statements of a period likewise."""

    series: Series
    stated: dict[str, list[Vintage]] = field(default_factory=dict)

    @property
    def periods(self) -> list[str]:
        return list(self.stated)

    @property
    def statements(self) -> list[Vintage]:
        return [vintage for vintages in self.stated.values() for vintage in vintages]

    def newest(self, period: str) -> Vintage | None:
        """What the source last stated about a period, by that day."""
        return self.stated[period][-1] if period in self.stated else None

    @property
    def latest(self) -> Vintage | None:
        """The newest statement about the latest period."""
        return self.newest(self.periods[-1]) if self.stated else None

    def is_revised(self, period: str) -> bool:
        """Whether the newest statement differs from the first: computed, never stored."""
        stated = self.stated.get(period, [])
        return len(stated) > 1 and not same_statement(stated[0], stated[-1])


def known_by(series: Sequence[Series], day: date, most: int | None = None) -> list[Known]:
    """These series with all their statements by a day. One query, whatever their number.

    Args:
        most: how many statements are read at most; those about the newest periods are.
    """
    wanted = [each.pk for each in series]
    return _gathered(series, Vintage.objects.filter(observation__series__in=wanted), day, most)


def latest_known_by(series: QuerySet[Series], day: date) -> list[Known]:
    """These series with the statements about their latest period by a day. Two queries."""
    stated = Vintage.objects.stated_by(day).filter(observation=OuterRef("pk"))
    latest = Observation.objects.filter(Exists(stated), series=OuterRef("pk")).order_by(
        "-period_start", "-pk"
    )
    rows = list(series.annotate(latest_observation=Subquery(latest.values("pk")[:1])))
    observations = [each.latest_observation for each in rows if each.latest_observation]
    return _gathered(rows, Vintage.objects.filter(observation__in=observations), day)


def _gathered(
    series: Iterable[Series], vintages: QuerySet[Vintage], day: date, most: int | None = None
) -> list[Known]:
    found = {each.pk: Known(each) for each in series}
    newest_first = ("-observation__period_start", "-stated_on", "-recorded_at", "-pk")
    stated = vintages.stated_by(day).select_related("observation", "release")  # type: ignore[attr-defined]
    for vintage in reversed(stated.order_by(*newest_first)[:most]):
        known = found[vintage.observation.series_id]
        vintage.observation.series = known.series
        known.stated.setdefault(vintage.observation.period, []).append(vintage)
    return list(found.values())
