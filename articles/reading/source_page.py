"""The page of a source: who it is, what it published, what it states last, and who quotes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.slices import page_query, slice_of
from indicators.catalogue.models import Release, Series, Source
from indicators.observations.known import latest_known_by
from taxonomy.asking.as_of import AsOf

RELEASES_SHOWN = 100
SERIES_SHOWN = 200


@public_page
@kept
def source_page(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """One source as known on a day. Five queries.

    Raises:
        Http404: there is no such source.
    """
    source = get_object_or_404(Source, slug=slug)
    releases = Release.objects.filter(source=source, published_on__lte=asof.day)
    series = Series.objects.filter(source=source).with_catalogue().order_by("code")
    quoting = Quotation.objects.filter(observation__series__source=source).values("edition")
    cursor = request.GET.get("before", "")
    articles = slice_of(Edition.objects.current(asof.moment).filter(pk__in=quoting), asof, cursor)
    context = {
        "section": "indicators",
        "asof": asof,
        "language": get_language() or "en",
        "source": source,
        "above": [(_("Sources"), "/sources/")],
        "releases": releases.order_by("-published_on", "title")[:RELEASES_SHOWN],
        "known": [each for each in latest_known_by(series[:SERIES_SHOWN], asof.day) if each.stated],
        "cards": articles.cards,
        "newest": (page_query(asof) or "?") if cursor else "",
        "older": page_query(asof, articles.next_cursor) if articles.next_cursor else "",
    }
    return render(request, "indicators/source.html", context)
