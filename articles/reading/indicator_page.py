"""The page of an indicator: the answer, charts, figures, what was stated when, and who quotes it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from articles.citing.downloads import FORMATS
from articles.contact.current import contact
from articles.reading.answering import moved, public_page
from articles.reading.frame import prefix_of
from articles.reading.indicator_answers import ANSWERS_SHOWN, answers_of
from articles.reading.indicator_charts import figures_of
from articles.reading.indicator_choice import read_choice
from articles.reading.indicator_citation import apa_of, work_of
from articles.reading.indicator_data import Data, data_of, days_of, indicator_of
from articles.reading.indicator_downloads import figures_file
from articles.reading.indicator_embedding import codes_of, oembed_links
from articles.reading.indicator_errors import errors_of
from articles.reading.indicator_findings import answer
from articles.reading.indicator_panels import FEWEST_ROWS, PANELS_SHOWN, ROWS_SHOWN, table_of
from articles.reading.indicator_quotes import quotes_of
from articles.reading.indicator_releases import facts_of
from articles.reading.indicator_tuning import tuning_of
from indicators.catalogue.models import Series
from indicators.observations.known import Known
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
    data = data_of(found, asof, read_choice(request.GET))
    answers = answers_of(data.panels, language)
    context = {
        "section": "indicators",
        "asof": asof,
        "language": language,
        "indicator": found,
        "keywords": list(Keyword.objects.accepted().named(language).filter(indicators=found)),
        "known": data.is_known,
        "answer": answer(data.panels, language),
        "answers": answers[:ANSWERS_SHOWN],
        "answers_left_out": max(0, len(answers) - ANSWERS_SHOWN),
        "levels": data.levels,
        "errors": errors_of([each.series for each in data.levels], asof.day, language),
        "quotes": quotes_of([each.series for each in data.levels], asof),
        **charts_of(data, language),
        **_statements(data),
        **facts_of(data),
        **(_reuse(request, data) if data.is_known else {}),
    }
    return render(request, "indicators/indicator.html", context)


def charts_of(data: Data, language: str) -> dict[str, Any]:
    """Charts and tables of what was chosen, and what else may be chosen."""
    figures = figures_of(data.chosen, language, data.choice)
    shown = [panel for panel in data.chosen[:PANELS_SHOWN] if panel.is_known]
    rows = max(FEWEST_ROWS, ROWS_SHOWN // max(len(shown), 1))
    return {
        "choice": data.choice,
        "misread": data.choice.is_misread,
        "asked": _asked(data),
        "figures": figures,
        "tables": [(panel, table_of(panel, rows)) for panel in shown],
        "panels_left_out": max(0, len(data.panels) - PANELS_SHOWN),
        "is_cut": data.is_cut,
        "tuning": tuning_of(data, figures, days_of(data.levels, timezone.localdate(data.asof.now)), language),
    }


def _asked(data: Data) -> str:
    """What an address of one of the charts carries along."""
    pairs = data.choice.but(chart="").pairs(data.asof)
    return f"&{urlencode(pairs)}" if pairs else ""


def _reuse(request: HttpRequest, data: Data) -> dict[str, Any]:
    """How to cite, embed and discover it."""
    work = work_of(data, request.build_absolute_uri("/"), contact().site_name)
    return {
        "citation": apa_of(work),
        "dated": date(*work.issued).isoformat(),
        "cited_as": FORMATS.values(),
        "embeds": codes_of(request, data),
        "discovery": oembed_links(request, data),
    }


def _statements(data: Data) -> dict[str, Any]:
    statements = statements_of(data.levels)
    return {
        "statements": statements[:STATEMENTS_SHOWN],
        "statements_left_out": max(0, len(statements) - STATEMENTS_SHOWN),
        "any_revised": any(each.revised for each in statements),
    }


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
