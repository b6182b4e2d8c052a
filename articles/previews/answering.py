"""How a preview answers: never kept by anybody, never indexed, and no other site learns its address."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.csp import CSP

from articles.citing.places import filled_in
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.editions.rendering import Page


def closed(response: HttpResponse) -> HttpResponse:
    """The headers of every answer of this slice. `same-origin` tells other sites nothing, and lets our form be sent."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def framed(response: HttpResponse) -> HttpResponse:
    """Let our own pages, and nobody else's, show this answer in a frame."""
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response._csp_config = {**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]}  # type: ignore[attr-defined]
    return response


def page(
    request: HttpRequest, edition: Edition, compiled: Page, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """The compiled page in the frame of the public site, in the language of the article."""
    with translation.override(edition.language):
        origin, name = request.build_absolute_uri("/").rstrip("/"), contact().site_name
        told = filled_in(compiled.page_html, origin=origin, site_name=name)
        shown = {"edition": edition, "page_html": told, **context}
        return closed(render(request, "articles/preview/page.html", shown, status=status))
