"""What goes wrong in the API, said as `application/problem+json` (RFC 9457)."""

import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import connections
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable, NotFound

MEDIA_TYPE = "application/problem+json"
# Each kind is an anchor on the page of the API's documentation.
TYPES = "/api/docs/#problem-"

logger = logging.getLogger(__name__)


class Problem(APIException):
    """A refusal with a kind, a title, a sentence, and members of its own such as `allowed`."""

    kind = "bad-request"
    title = "The request cannot be answered as it stands"
    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.members = members


class BadParameter(Problem):
    """A parameter that is unknown, given twice, or has a value that cannot be read."""

    kind = "bad-parameter"
    title = "A parameter cannot be used"

    def __init__(self, parameter: str, detail: str, *, allowed: Iterable[str] | None = None) -> None:
        members: dict[str, Any] = {"parameter": parameter}
        if allowed is not None:
            members["allowed"] = list(allowed)
        super().__init__(detail, **members)


class Gone(Problem):
    """It was public and has been withdrawn."""

    kind = "withdrawn"
    title = "Withdrawn"
    status_code = HTTPStatus.GONE


class Missing(Problem):
    """Nothing public has this address."""

    kind = "not-found"
    title = "Not found"
    status_code = HTTPStatus.NOT_FOUND


def problem(
    kind: str, title: str, status: int, detail: str, members: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The answer that tells a problem."""
    told = {"type": TYPES + kind, "title": title, "status": int(status), "detail": detail, **(members or {})}
    response = HttpResponse(orjson.dumps(told), status=int(status), content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    return response


def _told(raised: APIException) -> HttpResponse:
    phrase = HTTPStatus(raised.status_code).phrase
    kind = phrase.lower().replace(" ", "-")
    response = problem(kind, phrase, raised.status_code, str(raised.detail))
    for header, attribute in (("WWW-Authenticate", "auth_header"), ("Retry-After", "wait")):
        if value := getattr(raised, attribute, None):
            response[header] = str(int(value)) if attribute == "wait" else value
    return response


def problem_response(raised: Exception, context: dict[str, Any]) -> HttpResponse:
    """The exception handler of every API view: nothing leaves the API as an HTML page."""
    for connection in connections.all(initialized_only=True):
        if connection.settings_dict["ATOMIC_REQUESTS"] and connection.in_atomic_block:
            connection.set_rollback(True)
    match raised:
        case Problem():
            return problem(raised.kind, raised.title, raised.status_code, str(raised.detail), raised.members)
        case Http404() | NotFound():
            return problem("not-found", "Not found", 404, "Nothing public has this address.")
        case MethodNotAllowed():
            return problem("read-only", "Method not allowed", 405, "The API is read only: use GET or HEAD.")
        case NotAcceptable():
            offered = [renderer.media_type for renderer in context["view"].renderer_classes]
            detail = "None of the accepted media types is offered here."
            return problem("not-acceptable", "Not acceptable", 406, detail, {"allowed": offered})
        case SuspiciousOperation():
            detail = "It is too large, or has too many parts."
            return problem("bad-body", "The body cannot be used", 400, detail)
        case PermissionDenied():
            return problem("forbidden", "Forbidden", 403, "This is not public.")
        case APIException():
            return _told(raised)
    request = getattr(context.get("request"), "_request", None)
    got_request_exception.send(sender=type(context.get("view")), request=request)
    logger.error("The API failed to answer %s", getattr(request, "path", "?"), exc_info=raised)
    return problem("server-error", "Server error", 500, "The server failed to answer. The failure is logged.")
