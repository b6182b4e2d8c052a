"""An indicator as a Dataset (https://developers.google.com/search/docs/appearance/structured-data/dataset)."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from articles.linked_data.terms import term
from articles.linked_data.writing import known
from articles.reading.frame import Frame
from indicators.catalogue.models import Area, Indicator, Source
from indicators.observations.known import Known
from indicators.observations.models import Vintage
from taxonomy.models import Keyword

LONGEST = 5000
MOST = 50


def dataset(
    indicator: Indicator, levels: Sequence[Known], keywords: Iterable[Keyword], frame: Frame, origin: str
) -> dict[str, Any]:
    """What is measured, where, when, by whom, and the files that have it. Nothing that is not known is claimed.

    Args:
        levels: the series of the indicator as known on the day of the page.
    """
    stem = f"{origin}{frame.prefix}{indicator.get_absolute_url()}"
    sources = list({each.series.source_id: each.series.source for each in levels}.values())[:MOST]
    areas = list({each.series.area_id: each.series.area for each in levels}.values())[:MOST]
    stated = [vintage for each in levels for vintage in each.statements]
    site = {"@type": "Organization", "name": frame.contact.site_name, "url": f"{origin}/"}
    releases = {vintage.release_id: vintage.release for vintage in stated}.values()
    return {
        "@type": "Dataset",
        "@id": f"{stem}#dataset",
        "name": indicator.label,
        "alternateName": indicator.short_label if indicator.short_label != indicator.label else "",
        "identifier": indicator.code,
        "description": _described(indicator, sources, areas, stated),
        "url": f"{stem}{frame.carry}",
        "inLanguage": frame.lang,
        "keywords": [known(term(each, frame, origin)) for each in keywords],
        "creator": [_organisation(each) for each in sources],
        "publisher": site,
        "license": _licences({release.licence for release in releases if release.licence}),
        "isBasedOn": sorted({release.url for release in releases if release.url})[:MOST],
        "temporalCoverage": _span(stated),
        "spatialCoverage": [_place(each) for each in areas],
        "variableMeasured": _variable(indicator),
        "dateModified": max((vintage.stated_on.isoformat() for vintage in stated), default=""),
        "isAccessibleForFree": True,
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": frame.contact.site_name,
            "url": f"{origin}{frame.prefix}/indicators/",
        },
        "distribution": _files(indicator, frame, origin, stem),
    }


def _described(indicator: Indicator, sources: list[Source], areas: list[Area], stated: list[Vintage]) -> str:
    """The definition, and what is kept of it."""
    told = _(
        "%(name)s as stated by %(sources)s for %(areas)s, %(span)s. Every value is kept with its source, its release "
        "and the day on which it was stated, and earlier values stay."
    )
    facts = {
        "name": indicator.label,
        "sources": _(", ").join(each.label for each in sources),
        "areas": _(", ").join(each.label for each in areas),
        "span": _span(stated).replace("/", "–"),
    }
    kept = (
        told % facts if stated else _("Nothing has been stated about it yet, as far as this library knows.")
    )
    return " ".join(part for part in (indicator.definition, kept) if part)[:LONGEST]


def _span(stated: Iterable[Vintage]) -> str:
    """From the first period to the last, as ISO 8601 has intervals."""
    periods = [(vintage.observation.period_start, vintage.observation.period_end) for vintage in stated]
    if not periods:
        return ""
    return f"{min(start for start, _end in periods)}/{max(end for _start, end in periods)}"


def _organisation(source: Source) -> dict[str, Any]:
    return known({"@type": "Organization", "name": source.label, "url": source.homepage})


def _place(area: Area) -> dict[str, Any]:
    return {"@type": "Place", "name": area.label, "identifier": area.code}


def _variable(indicator: Indicator) -> dict[str, Any]:
    unit = indicator.unit
    return known(
        {
            "@type": "PropertyValue",
            "name": indicator.label,
            "description": indicator.definition,
            "unitText": unit.label,
            "unitCode": unit.ucum or unit.iso4217,
        }
    )


def _licences(stated: set[str]) -> list[Any]:
    """As addresses where the licence is one, else by name."""
    return [
        each if each.startswith(("https://", "http://")) else {"@type": "CreativeWork", "name": each}
        for each in sorted(stated)
    ]


def _files(indicator: Indicator, frame: Frame, origin: str, stem: str) -> list[dict[str, str]]:
    asked = f"&as_of={frame.day.isoformat()}" if frame.carry else ""
    found = [
        (_("Figures, CSV"), "text/csv", f"{stem}figures.csv{frame.carry}"),
        (_("Every vintage, CSV"), "text/csv", f"{stem}vintages.csv{frame.carry}"),
        (
            _("Observations, JSON"),
            "application/json",
            f"{origin}/api/v1/observations/?indicator={indicator.code}{asked}",
        ),
    ]
    return [
        {"@type": "DataDownload", "name": name, "encodingFormat": mime, "contentUrl": url}
        for name, mime, url in found
    ]
