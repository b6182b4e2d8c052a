"""Load the indicators of a corpus and what their sources stated of them."""

import itertools
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.observations.models import Observation, Vintage
from indicators.observations.tellings import tell_all_again
from tests.benchmarks.corpus import UNITS, Corpus, IndicatorRecord, StatementRecord

BATCH = 5000


def area_code(name: str) -> str:
    """The code of an area of a corpus: its name, joined."""
    return name.replace(" ", "_")


def series_code(indicator: IndicatorRecord, area: str) -> str:
    return f"{indicator.code}.{area_code(area)}.A.{source_code(indicator.source)}"


def source_code(name: str) -> str:
    """The initials of a source's name."""
    return "".join(word[0] for word in name.split()).upper()


@transaction.atomic
def load_catalogue(corpus: Corpus, *, at: datetime) -> int:
    """Sources, areas, indicators, one series an indicator and area, and every statement.

    Vintages go in in bulk, not one by one through `record_vintages`: nothing quotes them yet, so that there is
    nobody to tell. The database's own constraints hold all the same.

    Returns:
        How many statements there were.
    """
    sources = {
        name: Source(slug=source_code(name).lower(), code=source_code(name), name=name)
        for name in sorted({each.source for each in corpus.indicators})
    }
    Source.objects.bulk_create(sources.values())
    areas = {name: Area(code=area_code(name), name=name, kind=Area.Kind.SUBNATIONAL) for name in corpus.areas}
    Area.objects.bulk_create(areas.values())
    units = {unit.code: unit for unit in Unit.objects.all()}
    indicators = {
        each.code: Indicator(code=each.code, name=each.name, unit=units[UNITS[each.unit].code], decimals=2)
        for each in corpus.indicators
    }
    Indicator.objects.bulk_create(indicators.values())
    series = {
        (each.code, name): Series(
            code=series_code(each, name),
            indicator=indicators[each.code],
            area=areas[name],
            unit=indicators[each.code].unit,
            source=sources[each.source],
        )
        for each, name in itertools.product(corpus.indicators, corpus.areas)
    }
    Series.objects.bulk_create(series.values(), batch_size=BATCH)
    powers = {each.code: UNITS[each.unit].power for each in corpus.indicators}
    count = _StatementLoader(series, powers, at).load(corpus.statements)
    tell_all_again()
    return count


class _Releases:
    """One release a source and day, made when it is first needed."""

    def __init__(self) -> None:
        self.made: dict[tuple[int, date], Release] = {}

    def of(self, source: Source, day: date) -> Release:
        key = (source.pk, day)
        if key not in self.made:
            self.made[key] = Release.objects.create(
                slug=f"{source.slug}-{day}",
                source=source,
                title=f"Bulletin of {day}",
                url=f"https://stats.example.org/{source.slug}/{day}",
                published_on=day,
            )
        return self.made[key]


class _StatementLoader:
    """Observations, each once, and a vintage for every statement of them."""

    def __init__(self, series: dict[tuple[str, str], Series], powers: dict[str, int], at: datetime) -> None:
        self.series, self.powers, self.at = series, powers, at
        self.releases = _Releases()
        self.observations: dict[tuple[str, str, str], Observation] = {}
        self.stated: set[tuple[str, str, str]] = set()

    def load(self, records: Iterable[StatementRecord]) -> int:
        count = 0
        for batch in itertools.batched(records, BATCH, strict=False):
            new = {
                each[:3]: Observation(series=self.series[each.indicator, each.area], period=each.period)
                for each in batch
                if each[:3] not in self.observations
            }
            Observation.objects.bulk_create(new.values())
            self.observations |= new
            count += len(Vintage.objects.bulk_create(self._vintage(each) for each in batch))
        return count

    def _vintage(self, record: StatementRecord) -> Vintage:
        key = record[:3]
        kind = Vintage.ChangeKind.REVISION if key in self.stated else Vintage.ChangeKind.FIRST
        self.stated.add(key)
        return Vintage(
            observation=self.observations[key],
            release=self.releases.of(self.series[record.indicator, record.area].source, record.stated_on),
            value=Decimal(record.value),
            unit_mult=self.powers[record.indicator],
            decimals=2,
            stated_on=record.stated_on,
            recorded_at=self.at,
            change_kind=kind,
        )
