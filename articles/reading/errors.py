"""Pages that say what went wrong and what to do, in the look of all others."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.contact.current import contact_without_database
from articles.reading.frame import Frame, frame_of, path_of
from taxonomy.asking.as_of import BadAsOf, read_as_of
from taxonomy.languages import Language

SHORT = "public, max-age=0, s-maxage=5, must-revalidate"


class NotByThen(Http404):
    """There is such a page now, but there was none on the day that was asked about."""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing has this address (or had it on that day)."""
    context = {"frame": frame_of(request), "not_by_then": isinstance(exception, NotByThen)}
    return _page("404.html", context, 404, SHORT)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the question could not be understood. Only sentences of our own are shown."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return _too_large(request, exception)
    sentence = str(exception) if isinstance(exception, BadAsOf | BadQuestion) else ""
    context = {"frame": _frame_without_question(request), "sentence": sentence}
    return _page("400.html", context, 400, SHORT)


def forbidden(request: HttpRequest) -> HttpResponse:
    """403: not for readers. What is there, and who may see it, is not told."""
    return _page("403.html", {"frame": _frame_without_question(request)}, 403, "no-store")


def _too_large(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413: more was sent than is read. Nothing was done, and the form that was sent is one step back."""
    if isinstance(exception, TooManyFieldsSent):
        told = _("What was sent has more than %(most)d fields, so nothing was done with it.")
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0
    else:
        told = _("What was sent is larger than %(most)d MB, so nothing was done with it.")
        most = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 1024**2
    context = {"frame": _frame_without_question(request), "sentence": told % {"most": most}}
    return _page("413.html", context, 413, "no-store")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database."""
    return _page("500.html", {"frame": _frame_without_question(request)}, 500, "no-store")


class BadQuestion(ValueError):
    """A part of the address that is no cursor, year or such. The message is for the person who asked."""


def bad_cursor() -> BadQuestion:
    return BadQuestion(_("This address of a page in a list is not one of ours. Start from the newest."))


def _frame_without_question(request: HttpRequest) -> Frame:
    now = timezone.now()
    return Frame(
        language=get_language() or Language.ENGLISH,
        asof=read_as_of(None, now=now),
        path=path_of(request),
        details=contact_without_database(),
    )


def _page(template: str, context: dict[str, object], status: int, keep: str) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), status=status, headers={"Cache-Control": keep})
