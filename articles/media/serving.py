"""The public addresses of pictures. Only files that we drew have one; everything else in `MEDIA_ROOT` has none."""

import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, re_path
from django.views.decorators.http import require_safe

from articles.media.renditions import TYPES
from articles.media.storing import folder_of

NAME = r"(?P<name>[a-z0-9][a-z0-9-]{0,40})\.(?P<extension>avif|webp|jpg|png)"
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, start: str, sha256: str, name: str, extension: str) -> HttpResponseBase:
    """One file of a picture. It never changes, so it may be kept for ever; its name is its validator.

    Raises:
        Http404: there is no such file.
    """
    path = folder_of(sha256) / f"{name}.{extension}"
    if not sha256.startswith(start) or not path.is_file():
        raise Http404(path.name)
    etag = f'"{sha256[:16]}-{name}.{extension}"'
    if etag in re.findall(r'"[^"]*"', request.headers.get("If-None-Match", "")):
        return _kept(HttpResponse(status=304), etag)
    return _kept(_file(path, TYPES[extension]), etag)


def _file(path: Path, content_type: str) -> FileResponse:
    return FileResponse(path.open("rb"), content_type=content_type)


def _kept(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["ETag"] = etag
    # Opened by itself, the file may load and run nothing.
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def addresses() -> list[URLPattern]:
    """Below `MEDIA_URL`."""
    prefix = settings.MEDIA_URL.strip("/")
    return [
        re_path(rf"^{prefix}/images/(?P<start>[0-9a-f]{{2}})/(?P<sha256>[0-9a-f]{{64}})/{NAME}\Z", picture)
    ]
