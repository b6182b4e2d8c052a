"""The public page of two editions side by side: `/articles/<slug>/editions/1...2/`."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.comparison.editions import compared
from articles.editions.models import Edition
from articles.reading.answering import moved, public_page
from articles.reading.article import SECTION, no_article
from articles.reading.looking_up import two_editions
from articles.reading.slices import page_query
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import direction


@public_page
def comparison(request: HttpRequest, asof: AsOf, slug: str, before: int, after: int) -> HttpResponse:
    """What changed from one published edition to a later one, as of a day. Two queries at most.

    Raises:
        Http404: one of them was not published by then.
    """
    found = two_editions(slug, before, after, asof.moment, now=asof.now)
    if not found:
        return no_article(request, asof, slug)
    if len(found) < 2:
        raise Http404(slug)
    older, newer = (found[number] for number in sorted(found))
    here = f"{newer.get_absolute_url()}editions/{older.number}...{newer.number}/"
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    return render(request, "articles/comparison.html", _context(older, newer, asof))


def _context(older: Edition, newer: Edition, asof: AsOf) -> dict[str, Any]:
    address = newer.get_absolute_url()
    return {
        "section": SECTION,
        "older": older,
        "newer": newer,
        "dir": direction(newer.language),
        "compared": compared(older, newer, asof.day),
        "address": address,
        "carry": page_query(asof),
    }
