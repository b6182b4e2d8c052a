"""The front page with a composition that nobody has put there yet, for the person who composes it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from articles.front_page.verbs import Chosen
from articles.reading.composed import shown
from articles.reading.frame import Frame
from articles.reading.front_page import CARD_COLUMNS
from articles.reading.home import TEMPLATE, content
from taxonomy.asking.as_of import AsOf


def preview(request: HttpRequest, language: str, chosen: Chosen, *, at: datetime) -> HttpResponse:
    """The page as readers would see it at a moment, which may lie ahead. Never kept, never public."""
    asof = AsOf(day=timezone.localdate(at), moment=at, now=at, given=False)
    with translation.override(language):
        context = content(asof, language, shown(chosen, asof, CARD_COLUMNS))
        context |= {"frame": Frame(language=language, asof=asof, path="/"), "preview": True}
        response = render(request, TEMPLATE, context)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
