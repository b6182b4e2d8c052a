"""The page of a keyword: articles of it and of everything narrower, its indicators, and the terms around it."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.reading.answering import moved, public_page
from articles.reading.finished import kept
from articles.reading.frame import prefix_of
from articles.reading.indicator_list import latest_of_series
from articles.reading.keyword_tree import Terms, terms_around
from articles.reading.often_with import often_with
from articles.reading.slices import page_query, slice_of
from indicators.catalogue.models import Area, Series
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, Role, Status

SERIES_SHOWN = 100


@public_page
@kept
def keyword_page(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """One keyword as of a day, whatever its standing; a merged or renamed one leads to its present address.

    Eleven queries at most, however many articles carry it.

    Raises:
        Http404: no keyword has, or had, this address.
    """
    language = get_language() or "en"
    keyword = keyword_at(slug, language)
    if keyword.slug != slug:
        return moved(f"{prefix_of(language)}{keyword.get_absolute_url()}", request.META["QUERY_STRING"])
    terms = terms_around(keyword, language)
    retired = keyword.status == Status.DEPRECATED
    cursor = request.GET.get("before", "")
    articles = slice_of(_editions(terms, asof), asof, cursor)
    labels = KeywordLabel.objects.filter(keyword=keyword).exclude(role=Role.HIDDEN)
    context = {
        "section": "keywords",
        "asof": asof,
        "language": language,
        "keyword": keyword,
        "name_language": language if keyword.label != keyword.name else "en",
        "labels": _labels(keyword, labels, language),
        "same": keyword.matches.filter(relation="exact").values_list("uri", flat=True),
        "terms": terms,
        "retired": retired,
        "cards": articles.cards,
        "newest": (page_query(asof) or "?") if cursor else "",
        "older": page_query(asof, articles.next_cursor) if articles.next_cursor else "",
        "indicators": [] if retired else latest_of_series(_series(terms), asof),
        "often_with": [] if retired else often_with(terms, asof, language),
    }
    return render(request, "taxonomy/keyword.html", context)


def keyword_at(slug: str, language: str) -> Any:
    """The keyword at an address, or the one that took its place. One query, a few where it has moved.

    Raises:
        Http404: there never was one.
    """
    area = Area.objects.filter(keyword=OuterRef("pk")).order_by("code")
    place = {
        f"area_{column}": Subquery(area.values(column)[:1]) for column in ("code", "kind", "coverage_note")
    }
    every = Keyword.objects.named(language).with_tree_fields().select_related("replaced_by").annotate(**place)
    found = every.filter(slug=slug).first()
    if found is None:
        alias = KeywordAlias.objects.filter(slug=slug).select_related("keyword").first()
        if alias is None:
            raise Http404(slug)
        found = alias.keyword
    seen = {found.pk}
    while found.replaced_by_id and found.replaced_by_id not in seen:
        found = found.replaced_by
        seen.add(found.pk)
    return found


def _editions(terms: Terms, asof: AsOf) -> EditionQuerySet:
    return Edition.objects.current(asof.moment).with_keyword(terms.below)


def _series(terms: Terms) -> QuerySet[Series]:
    """Series of the keyword's indicators, and those of the keyword's place."""
    of_indicator = Q(indicator__keywords__in=terms.below)
    found = Series.objects.filter(of_indicator | Q(area__keyword__in=terms.below))
    return Series.objects.filter(pk__in=found.values("pk")).order_by("code")[:SERIES_SHOWN]


def _labels(keyword: Keyword, labels: QuerySet[KeywordLabel], language: str) -> list[tuple[str, str]]:
    """(language, text): the preferred labels in other languages, then alternative ones, each once."""
    found = [] if language == "en" else [("en", keyword.name)]
    ranked = sorted(labels, key=lambda label: (label.role != Role.PREFERRED, label.language))
    shown = {getattr(keyword, "label", keyword.name)}
    found += [(each.language, each.text) for each in ranked]
    return [(code, text) for code, text in dict.fromkeys(found) if text not in shown]
