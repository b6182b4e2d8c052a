"""The static files, through the same chain as the pages: every answer, a 404 too, has the site's headers.

A proxy in front may well serve them itself (docs/operator.md); this is for a site that stands alone.
"""

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Their names carry no version.
KEEP = "public, max-age=60"


@require_safe
def static_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """One gathered file.

    Raises:
        Http404: there is no such file.
    """
    try:
        if "\x00" in path:
            raise Http404(path)
        response: HttpResponseBase = serve(request, path, document_root=str(settings.STATIC_ROOT))
    except SuspiciousFileOperation as error:
        raise Http404(path) from error
    response.headers["Cache-Control"] = KEEP
    return response
