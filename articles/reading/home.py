"""The front page: what editors composed, as far as it is public; the rest composes itself."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import public_page
from articles.reading.chosen_figures import chosen_numbers
from articles.reading.composed import Composed, composed_at
from articles.reading.finished import kept
from articles.reading.front_page import (
    CARD_COLUMNS,
    LATEST,
    PICKS,
    card_of,
    keywords_by_kind,
    latest,
    lead_of,
    newest_editions,
    record_length,
)
from articles.reading.numbers import numbers, with_trails
from articles.reading.revised import revised_observations
from taxonomy.asking.as_of import AsOf

TEMPLATE = "articles/home.html"
REVISED_SHOWN = 5


@public_page
@kept
def front_page(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Lead, picks, record, figures, revisions and keywords. Fourteen queries at most."""
    language = get_language() or "en"
    return render(request, TEMPLATE, content(asof, language, composed_at(asof, language, CARD_COLUMNS)))


def content(asof: AsOf, language: str, composed: Composed) -> dict[str, Any]:
    """What the page shows. Without a lead of the editors the newest article leads."""
    newest = newest_editions(asof, language)
    revised = revised_observations(asof, limit=REVISED_SHOWN, language=language)
    picked = {each.pk for each in composed.picks}
    lead = composed.lead or next((each for each in newest if each.pk not in picked), None)
    if lead is None and composed.picks:
        lead, picked = composed.picks[0], picked - {composed.picks[0].pk}
    others = [each for each in composed.picks if lead and each.pk != lead.pk]
    beside = len(others) or max(0, len(newest) - LATEST)
    record = latest(asof, newest, revised, most=record_length(beside, lead))
    told = {path for path, _query, part in (urlsplit(event.url)[2:] for event in record) if not part}
    unseen = [each for each in newest if lead and each.pk != lead.pk and each.get_absolute_url() not in told]
    more = [] if others else unseen[:PICKS]
    figures = chosen_numbers(composed.figures, asof.day, language) or numbers(newest, asof.day)
    return {
        "section": "home",
        "asof": asof,
        "lead": lead_of(lead, asof) if lead else None,
        "elsewhere": bool(newest) and newest[0].language != language and composed.lead is None,
        "picks": [card_of(each, asof) for each in others],
        "more": [card_of(each, asof) for each in more],
        "latest": record,
        "numbers": with_trails(figures, asof.day, language),
        "revised": revised,
        "keywords": keywords_by_kind(asof, language),
    }
