"""unAPI, by which reference managers ask for citations (https://unapi.info/specs/): of articles and of indicators."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.citing.downloads import FORMATS, written
from articles.reading.answering import public_page
from articles.reading.gone import edition_or_gone
from articles.reading.indicator_citation import cited
from taxonomy.asking.as_of import AsOf, read_as_of

IDENTIFIER = re.compile(
    r"(?:/(?:ur|zh-hans))?/(?:articles/(?P<slug>[-\w]{1,200})|indicators/(?P<code>[-\w]{1,60}))/"
    r"(?:\?as_of=(?P<day>[-\d]{10}))?\Z",
    re.ASCII,
)


@public_page
def unapi(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Without an id the formats; with one those of that work (300); with both the citation itself.

    An id is the address of a page, of a past day too: what is cited of an indicator is what was known then.

    Raises:
        Http404: the id is none of ours.
    """
    identifier, form = request.GET.get("id", ""), request.GET.get("format", "")
    if not identifier:
        return _listed("")
    known = IDENTIFIER.match(identifier)
    if known is None:
        raise Http404(identifier)
    if form and form not in FORMATS:
        return HttpResponse(f"{', '.join(FORMATS)}\n", status=406, content_type="text/plain; charset=utf-8")
    if known["day"]:
        asof = read_as_of(known["day"], now=asof.now)
    if known["code"]:
        found = cited(request, asof, known["code"], FORMATS[form or "ris"])
        return found if form else _listed(identifier)
    edition = edition_or_gone(asof, known["slug"])
    if isinstance(edition, HttpResponse):
        return edition
    return written(request, edition, FORMATS[form]) if form else _listed(identifier)


def _listed(identifier: str) -> HttpResponse:
    told = render_to_string("articles/citing/unapi.xml", {"id": identifier, "formats": FORMATS})
    return HttpResponse(
        told, status=300 if identifier else 200, content_type="application/xml; charset=utf-8"
    )
