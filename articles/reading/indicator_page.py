"""The page of an indicator: the answer, charts, figures, what was stated when, and who quotes it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import moved, public_page
from articles.reading.frame import prefix_of
from articles.reading.indicator_answers import answers_of
from articles.reading.indicator_charts import figures_of
from articles.reading.indicator_downloads import figures_file
from articles.reading.indicator_errors import errors_of, with_disputed
from articles.reading.indicator_findings import answer
from articles.reading.indicator_panels import PANELS_SHOWN, Panel, panels_of, table_of
from articles.reading.indicator_quotes import quotes_of
from indicators.catalogue.models import Indicator, Release, Series
from indicators.observations.known import Known, known_by
from indicators.observations.models import Vintage
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Keyword

STATEMENTS_SHOWN = 200


@public_page
def indicator_page(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """Everything about one indicator as known on a day. Five queries, however much was stated;
    six where errors are declared.

    Raises:
        Http404: no indicator has this code, in any case of its letters.
    """
    language = get_language() or "en"
    found = indicator_of(code)
    if found.code != code:
        return moved(f"{prefix_of(language)}{found.get_absolute_url()}", request.META["QUERY_STRING"])
    if request.GET.get("format") == "csv":
        return figures_file(found, asof)
    series = Series.objects.filter(Q(indicator=found) | Q(indicator__base_indicator=found))
    known = known_by(list(with_disputed(series).with_catalogue().select_related("area__keyword")), asof.day)
    panels = panels_of(found, known)
    own = [each for panel in panels for each in panel.levels]
    statements = statements_of(own)
    context = {
        "section": "indicators",
        "asof": asof,
        "language": language,
        "indicator": found,
        "keywords": list(Keyword.objects.accepted().named(language).filter(indicators=found)),
        "known": any(each.stated for each in own),
        "answer": answer(panels, language),
        "answers": answers_of(panels, language),
        "figures": figures_of(panels, language),
        "tables": [(panel, table_of(panel)) for panel in panels[:PANELS_SHOWN] if panel.is_known],
        "panels_left_out": max(0, len(panels) - PANELS_SHOWN),
        "statements": statements[:STATEMENTS_SHOWN],
        "statements_left_out": max(0, len(statements) - STATEMENTS_SHOWN),
        "errors": errors_of([each.series for each in own], asof.day, language),
        "any_revised": any(each.revised for each in statements),
        "quotes": quotes_of([each.series for each in own], asof),
        **facts_of(found, panels, known),
    }
    return render(request, "indicators/indicator.html", context)


def indicator_of(code: str) -> Indicator:
    """The indicator of this code; where only the case differs, that one. One query, two where the case differs.

    Raises:
        Http404: there is none.
    """
    every = Indicator.objects.select_related("unit", "base_indicator")
    found: Indicator | None = every.filter(code=code).first() or every.filter(code__iexact=code).first()
    if found is None:
        raise Http404(code)
    return found


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of “what was stated, and when”. `before` is what it replaced."""

    series: Series
    vintage: Vintage
    before: Vintage | None
    revised: bool
    superseded: bool


def statements_of(known: list[Known]) -> list[Statement]:
    """All statements, the newest first."""
    found = []
    for each in known:
        for period, stated in each.stated.items():
            for n, vintage in enumerate(stated):
                differs = n > 0 and each.is_revised(period)
                before = stated[n - 1] if n else None
                found.append(Statement(each.series, vintage, before, differs, vintage is not stated[-1]))
    return sorted(found, key=lambda one: (one.vintage.stated_on, one.vintage.recorded_at), reverse=True)


def facts_of(indicator: Indicator, panels: list[Panel], known: list[Known]) -> dict[str, Any]:
    """What the aside tells: areas, frequencies, series codes, changes, releases and their licences."""
    own = [each.series for panel in panels for each in panel.levels]
    releases: dict[int, tuple[Series, Release]] = {}
    for each in known:
        if each.series.indicator_id == indicator.pk:
            releases |= {v.release_id: (each.series, v.release) for v in each.statements}
    changes = {each.series.indicator for each in known if each.series.indicator_id != indicator.pk}
    return {
        "areas": list({each.area_id: each.area for each in own}.values()),
        "frequencies": sorted({str(each.get_frequency_display()).lower() for each in own}),
        "series": own[:30],
        "changes": sorted(changes, key=lambda each: each.code),
        "releases": sorted(releases.values(), key=lambda pair: pair[1].published_on, reverse=True)[:30],
        "licences": sorted({release.licence for _series, release in releases.values() if release.licence}),
        "unlicensed": any(not release.licence for _series, release in releases.values()),
    }
