"""What the aside of an indicator tells: areas, series, changes, releases, their licences, and the next release."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.reading.indicator_data import Data
from indicators.catalogue.models import Release, Series, Source

RELEASES_SHOWN = 30
SERIES_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Expected:
    """When a source's next release is expected; `is_late` where that day has passed without one."""

    source: Source
    on: date
    is_late: bool


def facts_of(data: Data) -> dict[str, Any]:
    """The facts, from what is known already: no query."""
    own = [each.series for each in data.levels]
    releases = _releases(data)
    changes = {each.series.indicator for each in data.known if each.series.indicator_id != data.indicator.pk}
    told = sorted(releases.values(), key=lambda pair: pair[1].published_on, reverse=True)
    return {
        "areas": list({each.area_id: each.area for each in own}.values())[:SERIES_SHOWN],
        "frequencies": sorted({str(each.get_frequency_display()).lower() for each in own}),
        "series": own[:SERIES_SHOWN],
        "series_left_out": max(0, len(own) - SERIES_SHOWN),
        "changes": sorted(changes, key=lambda each: each.code),
        "releases": told[:RELEASES_SHOWN],
        "licences": sorted({release.licence for _series, release in told if release.licence}),
        "unlicensed": any(not release.licence for _series, release in told),
        "expected": expected_of(told, data.asof.day),
    }


def _releases(data: Data) -> dict[int, tuple[Series, Release]]:
    found: dict[int, tuple[Series, Release]] = {}
    for each in data.levels:
        found |= {vintage.release_id: (each.series, vintage.release) for vintage in each.statements}
    return found


def expected_of(newest_first: list[tuple[Series, Release]], day: date) -> list[Expected]:
    """What the newest release of each source says about its next one; nothing where it says nothing."""
    newest: dict[int, tuple[Series, Release]] = {}
    for series, release in newest_first:
        newest.setdefault(series.source_id, (series, release))
    return [
        Expected(series.source, release.next_release_on, release.next_release_on < day)
        for series, release in newest.values()
        if release.next_release_on
    ]
