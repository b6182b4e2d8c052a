"""Entity tags of readers' pages: what a page is known by, and the answer to a reader who has it already."""

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

# A browser asks every time (and is mostly told 304); a shared cache may keep a page for moments.
KEEP = "public, max-age=0, s-maxage=10, must-revalidate"


def etag_of(response: HttpResponse) -> str:
    """A tag of the bytes."""
    return f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'


def is_unchanged(request: HttpRequest, etag: str) -> bool:
    """Whether the reader already has the page with this ETag (weak comparison, as RFC 9110 asks for)."""
    asked = request.headers.get("If-None-Match", "")
    if not asked:
        return False
    known = parse_etags(asked)
    return known == ["*"] or any(tag.removeprefix("W/") == etag for tag in known)


def unchanged(etag: str) -> HttpResponse:
    """304, with the headers that the 200 would have had."""
    return HttpResponseNotModified(headers={"ETag": etag, "Cache-Control": KEEP})
