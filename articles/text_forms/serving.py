"""`/articles/<slug>.md` and `.txt`, and the same at an article's own address for whoever asks by `Accept`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.contact.current import contact
from articles.editions.models import Edition
from articles.reading.answering import moved, public_page
from articles.reading.gone import edition_or_gone
from articles.text_forms import markdown, plain
from articles.text_forms.document import Document
from articles.text_forms.from_edition import document_of
from taxonomy.asking.as_of import AsOf

FORMS: dict[str, tuple[str, Callable[[Document], str]]] = {
    "md": (markdown.MIME, markdown.markdown_of),
    "txt": (plain.MIME, plain.plain_of),
}
BY_TYPE = {mime: form for form, (mime, _write) in FORMS.items()}
OFFERED = ["text/html", *BY_TYPE]


@public_page
def text(request: HttpRequest, asof: AsOf, slug: str, form: str, number: int | None = None) -> HttpResponse:
    """An edition as text: the current one of the day, or a numbered one. Old addresses lead to the present one."""
    found = edition_or_gone(asof, slug, number)
    if isinstance(found, HttpResponse):
        return found
    suffixed = request.path_info.endswith(f".{form}")
    here = address_of(found, form if suffixed else "", number)
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    mime, write = FORMS[form]
    origin = request.build_absolute_uri("/").rstrip("/")
    document = document_of(found, asof, origin=origin, site_name=contact().site_name)
    answer = HttpResponse(write(document), content_type=f"{mime}; charset=utf-8")
    answer.headers["Content-Language"] = found.language
    answer.headers["Link"] = f'<{origin}{found.get_absolute_url()}>; rel="canonical"'
    if number is not None:
        answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def address_of(edition: Edition, form: str, number: int | None) -> str:
    """Where an edition is read as text; without a form, where it is negotiated."""
    stem = edition.get_absolute_url() + (f"editions/{number}/" if number is not None else "")
    return f"{stem.rstrip('/')}.{form}" if form else stem


def also_as_text(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same address gives text to those who prefer it; caches are told that the answer depends on that."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = asked_form(request)
        found = text(request, *args, **{**kwargs, "form": form}) if form else view(request, *args, **kwargs)
        found.headers["Vary"] = "Accept"
        return found

    return answer


def asked_form(request: HttpRequest) -> str:
    """The form that is preferred to a page; empty for the page, also where the request does not care."""
    if not any(mime in request.headers.get("Accept", "") for mime in BY_TYPE):
        return ""
    return BY_TYPE.get(str(request.get_preferred_type(OFFERED)), "")
