"""ETag and 304: the same answer is not sent twice."""

from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

# Raise it when the shape of an answer changes: clients then let go of what they keep.
SHAPE = "1"


def tag_of(*parts: str | bytes) -> str:
    """A weak entity tag of everything an answer depends on."""
    digest = blake2b(SHAPE.encode(), digest_size=12)
    for part in parts:
        digest.update(b"\x1f" + (part.encode() if isinstance(part, str) else part))
    return f'W/"{digest.hexdigest()}"'


def not_modified(request: HttpRequest, tag: str) -> HttpResponseBase | None:
    """A 304 where the client has this answer already, else None."""
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return None
    response = HttpResponse()
    response["ETag"] = tag
    answer: Any = get_conditional_response(request, etag=tag, response=response)
    return answer if answer is not None and answer.status_code == 304 else None
