"""Small builders: a series with sources and releases, and statements about it."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages

NOW = datetime(2024, 12, 1, 12, tzinfo=UTC)
_numbers = count(1)


def a_source(**given: Any) -> Source:
    n = next(_numbers)
    return Source.objects.create(**{"name": f"Office {n}", "slug": f"office-{n}", "code": f"OFF{n}", **given})


def a_release(source: Source, published_on: date = date(2024, 2, 29), **given: Any) -> Release:
    n = next(_numbers)
    filled = {"slug": f"release-{n}", "title": f"Communique {n}", "published_on": published_on, **given}
    return Release.objects.create(source=source, **filled)


def a_series(**given: Any) -> Series:
    unit = Unit.objects.get(code="vehicle")
    n = next(_numbers)
    indicator = Indicator.objects.create(code=f"NEV_PROD{n}", name="New energy vehicles", unit=unit)
    area = Area.objects.get(code="CHN")
    filled = {"indicator": indicator, "area": area, "unit": unit, **given}
    return Series.objects.create(**{"source": filled.pop("source", None) or a_source(), **filled})


def an_observation(period: str = "2023", **given: Any) -> Observation:
    series = given.pop("series", None) or a_series()
    return Observation.objects.create(series=series, period=period, **given)


def a_vintage(observation: Observation, value: Any = "9.443", **given: Any) -> Vintage:
    """Unsaved."""
    release = given.pop("release", None) or a_release(observation.series.source)
    filled = {"stated_on": date(2024, 2, 29), "unit_mult": 6, "decimals": 3, "recorded_at": NOW, **given}
    return Vintage(observation=observation, release=release, value=value, **filled)


def stated(observation: Observation, value: Any = "9.443", **given: Any) -> Vintage:
    """Recorded through the one way in."""
    return record_vintages([a_vintage(observation, value, **given)], at=given.get("recorded_at", NOW))[0]
