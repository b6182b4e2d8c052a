"""`/favicon.ico` and `/apple-touch-icon.png`: where programs look without reading a page."""

from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

KEEP = "public, max-age=86400"


@require_safe
def icon(request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
    """The picture of the site, as a file of its own.

    Raises:
        Http404: it is not installed.
    """
    found = finders.find(f"articles/{name}")
    if not found:
        raise Http404(name)
    return FileResponse(open(found, "rb"), content_type=kind, headers={"Cache-Control": KEEP})


def addresses() -> list[URLPattern]:
    """The two names that are asked for."""
    return [
        path("favicon.ico", icon, {"name": "favicon.ico", "kind": "image/x-icon"}),
        path("apple-touch-icon.png", icon, {"name": "touch-icon.png", "kind": "image/png"}),
    ]
