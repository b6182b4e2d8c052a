"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.front_page import keywords_by_kind, latest, lead_of, newest_editions
from articles.reading.numbers import numbers
from articles.reading.revised import revised_observations
from taxonomy.asking.as_of import AsOf

REVISED_SHOWN = 5


@public_page
@kept
def front_page(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Lead, record, figures, revisions and keywords. At most seven queries."""
    language = get_language() or "en"
    newest = newest_editions(asof, language)
    revised = revised_observations(asof, limit=REVISED_SHOWN, language=language)
    context = {
        "section": "home",
        "asof": asof,
        "lead": lead_of(newest[0], asof) if newest else None,
        "elsewhere": bool(newest) and newest[0].language != language,
        "latest": latest(asof, newest, revised),
        "numbers": numbers(newest, asof.day),
        "revised": revised,
        "keywords": keywords_by_kind(asof, language),
    }
    return render(request, "articles/home.html", context)
