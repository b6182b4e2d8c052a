"""An article's citation as a file."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson
from django.http import HttpRequest, HttpResponse

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


@public_page
def download(request: HttpRequest, asof: AsOf, slug: str, form: str) -> HttpResponse:
    """The citation of the edition that is current, as a file. Old addresses lead to the present one."""
    found = edition_or_gone(asof, slug)
    if isinstance(found, HttpResponse):
        return found
    here = f"{found.get_absolute_url().rstrip('/')}.{FORMATS[form].ending}"
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    answer = written(request, found, FORMATS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.{FORMATS[form].ending}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def written(request: HttpRequest, edition: Edition, form: Format) -> HttpResponse:
    """The citation of an edition in a format."""
    origin = request.build_absolute_uri("/").rstrip("/")
    item = item_of(edition, origin=origin, site_name=contact().site_name)
    return HttpResponse(form.write(item), content_type=f"{form.mime}; charset=utf-8")
