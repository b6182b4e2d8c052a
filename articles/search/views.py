"""The search page, and the suggestions while a reader types."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition
from articles.reading.answering import public_page
from articles.reading.frame import prefix_of
from articles.search.asking import Query, read_query
from articles.search.cards import cards_of
from articles.search.choices import FACETS, chips, choices
from articles.search.figure_cards import figure_cards
from articles.search.figures import figures_found
from articles.search.finding import Results, find, titles
from articles.search.naming import indicators_named, keywords_named
from articles.search.narrowing import PAGE_LENGTH, Narrowing, read_narrowing
from articles.search.snippets import highlighted
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import Language, direction
from taxonomy.models import Keyword

MOST_INDICATORS = 5
MOST_SUGGESTED = 8
OF_A_KIND = 3
KINDS = {
    "keyword": _("Keyword"),
    "indicator": _("Indicator"),
    "figure": _("Figure"),
    "article": _("Article"),
}


@public_page
def search(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Articles, indicators and figures that answer `q`. At most 19 queries.

    Parameters that cannot be meant are ignored.
    """
    asked = read_narrowing(request.GET, as_of=asof.day.isoformat() if asof.given else "")
    results = find(
        asked.q,
        asked.scope,
        at=asof.moment,
        past=asof.is_past,
        newest=asked.sort == "newest",
        limit=PAGE_LENGTH,
        offset=asked.offset,
    )
    if results.keyword:  # a merged or renamed one was followed, and links lead on from where it stands now
        asked = replace(asked, keyword=results.keyword.slug)
    indicators = [] if asked.narrows else indicators_named(results.query, MOST_INDICATORS)
    figures = [] if asked.narrows else figures_found(results.query, indicators, at=asof.moment)
    context = {
        "q": asked.q,
        "asked": asked,
        "results": results,
        "cards": cards_of(results.hits, asof),
        "figures": figure_cards(figures, get_language() or Language.ENGLISH.value),
        "indicators": [(each, highlighted(each.label, results.query)) for each in indicators],
        "chips": chips(asked, results, at=asof.moment),
        "facets": choices(asked, results),
        "hidden": asked.hidden("sort", "as_of", *FACETS),
        "links": _links(asked, results),
        "section": "search",
    }
    return render(request, "articles/search.html", context)


def _links(asked: Narrowing, results: Results) -> dict[str, str]:
    links = {"best": asked.address(sort=""), "newest": asked.address(sort="newest")}
    links["feed"] = replace(asked, sort="", as_of="").address()
    if asked.page > 1:
        links["previous"] = asked.address(page=asked.page - 1)
    if asked.offset + PAGE_LENGTH < results.total:
        links["next"] = asked.address(page=asked.page + 1)
    return links


@public_page
def suggest(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Titles, keywords, indicators and figures that begin as typed, as JSON. At most 8 suggestions.

    Three queries; at most ten where a number was typed.
    """
    query = read_query(request.GET.get("q", ""))
    found = _suggestions(query, asof) if query else []
    count = ngettext("%(n)d suggestion", "%(n)d suggestions", len(found)) % {"n": len(found)}
    return JsonResponse({"q": query.text, "count": count, "suggestions": found})


def _suggestions(query: Query, asof: AsOf) -> list[dict[str, str]]:
    language = get_language() or Language.ENGLISH.value
    prefix, carry = prefix_of(language), f"?as_of={asof.day.isoformat()}" if asof.given else ""
    keywords: list[Any] = keywords_named(query.text, Keyword.objects.named(language), OF_A_KIND)
    indicators = indicators_named(query, OF_A_KIND)
    figures = figure_cards(figures_found(query, [], at=asof.moment)[:OF_A_KIND], language)
    room = MOST_SUGGESTED - len(keywords) - len(indicators) - len(figures)
    begun = titles(query, at=asof.moment, past=asof.is_past, most=room) if room > 0 else []
    named = [("keyword", each.label, each) for each in keywords]
    named += [("indicator", each.label, each) for each in indicators]
    found = [(kind, text, prefix + each.get_absolute_url(), language) for kind, text, each in named]
    comma = gettext(", ")
    for figure in figures:
        text = comma.join((f"{figure.number} {figure.unit}", figure.title))
        found.append(("figure", text, prefix + figure.address, language))
    for title in begun:
        edition = Edition(slug=title.slug, language=title.language)
        found.append(("article", title.title, edition.get_absolute_url(), title.language))
    return [
        {
            "kind": kind,
            "label": str(KINDS[kind]),
            "text": text,
            "url": url + carry,
            "lang": lang,
            "dir": direction(lang),
        }
        for kind, text, url, lang in found[:MOST_SUGGESTED]
    ]
