"""How every public page answers: which methods, as of which day, how long it may be kept, and when it is unchanged."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.reading.entity_tags import KEEP, etag_of, is_unchanged, unchanged
from articles.reading.shell import Shell
from taxonomy.asking.as_of import AsOf, read_as_of

__all__ = ["KEEP", "filled", "is_unchanged", "moved", "public_page", "unchanged"]


def public_page[**P](
    view: Callable[Concatenate[HttpRequest, AsOf, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A view of readers: GET and HEAD, `as_of` read from the query, an ETag, 304 where nothing has changed.

    Raises:
        BadAsOf: for a malformed day or one after today; the middleware turns it into a 400 page.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        asof = read_as_of(_asked_day(request), now=timezone.now())
        response = view(request, asof, *args, **kwargs)
        if asof.given:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        if response.status_code == 200 and isinstance(response, HttpResponse):
            return _validated(request, response)
        response.headers.setdefault("Cache-Control", KEEP)
        return response

    # No form is sent to it, so that other methods are told which ones it has instead of being asked for a token.
    return csrf_exempt(require_safe(answer))


def _asked_day(request: HttpRequest) -> str | None:
    days = request.GET.getlist("as_of")
    # Two days are no day: read as text, they are malformed.
    return " ".join(days) if days else None


def filled(shell: Shell, *, etag: str = "", **values: str) -> HttpResponse:
    """A page of the shell, with a validator of its own if it has a cheap one."""
    response = HttpResponse(shell.fill(values))
    if etag:
        response.headers["ETag"] = etag
    return response


def moved(address: str, query: str = "") -> HttpResponse:
    """301 to the present address, with the query it was asked for."""
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response.headers["Cache-Control"] = KEEP
    return response


def _validated(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    etag = response.headers.get("ETag") or etag_of(response)
    response.headers["ETag"] = etag
    if is_unchanged(request, etag):
        return unchanged(etag)
    response.headers.setdefault("Cache-Control", KEEP)
    return response
