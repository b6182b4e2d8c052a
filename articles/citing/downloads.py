"""An article's citation as a file, and unAPI, by which reference managers ask for it (https://unapi.info/specs/)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles.citing import bibtex, csl, ris
from articles.citing.from_edition import item_of
from articles.citing.item import Item
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.reading.answering import moved, public_page
from articles.reading.gone import edition_or_gone
from taxonomy.asking.as_of import AsOf


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the end of its address, its media type, and what writes it."""

    ending: str
    mime: str
    write: Callable[[Item], str]


def _csl(item: Item) -> str:
    return orjson.dumps([csl.csl_of(item)], option=orjson.OPT_INDENT_2).decode()


FORMATS = {
    "ris": Format("ris", ris.MIME, ris.ris_of),
    "bibtex": Format("bib", bibtex.MIME, bibtex.bibtex_of),
    "csl-json": Format("csl.json", csl.MIME, _csl),
}
IDENTIFIER = re.compile(r"(?:/(?:ur|zh-hans))?/articles/([-\w]{1,200})/\Z", re.ASCII)


@public_page
def download(request: HttpRequest, asof: AsOf, slug: str, form: str) -> HttpResponse:
    """The citation of the edition that is current, as a file. Old addresses lead to the present one."""
    found = edition_or_gone(asof, slug)
    if isinstance(found, HttpResponse):
        return found
    here = f"{found.get_absolute_url().rstrip('/')}.{FORMATS[form].ending}"
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    answer = _written(request, found, FORMATS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.{FORMATS[form].ending}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@public_page
def unapi(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Without an id the formats; with one those of that article (300); with both the citation itself."""
    identifier, form = request.GET.get("id", ""), request.GET.get("format", "")
    if not identifier:
        return _listed("")
    known = IDENTIFIER.match(identifier)
    if known is None:
        raise Http404(identifier)
    if form and form not in FORMATS:
        return HttpResponse(f"{', '.join(FORMATS)}\n", status=406, content_type="text/plain; charset=utf-8")
    found = edition_or_gone(asof, known[1])
    if isinstance(found, HttpResponse):
        return found
    return _written(request, found, FORMATS[form]) if form else _listed(identifier)


def _listed(identifier: str) -> HttpResponse:
    told = render_to_string("articles/citing/unapi.xml", {"id": identifier, "formats": FORMATS})
    return HttpResponse(
        told, status=300 if identifier else 200, content_type="application/xml; charset=utf-8"
    )


def _written(request: HttpRequest, edition: Edition, form: Format) -> HttpResponse:
    origin = request.build_absolute_uri("/").rstrip("/")
    item = item_of(edition, origin=origin, site_name=contact().site_name)
    return HttpResponse(form.write(item), content_type=f"{form.mime}; charset=utf-8")
