"""Pages behind the login that say what went wrong, inside the frame, with a way on. Readers get their own."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from articles.reading import errors as reading
from articles.replies.receiving import typed

BEHIND_LOGIN = "/admin/"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: in the admin within its frame, elsewhere as readers see it."""
    if _is_at_work(request):
        return HttpResponse(_page(request, "admin/404.html"), status=404)
    return reading.not_found(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: in the admin says that the page exists for others, with the sentence that was given; readers get theirs."""
    if _is_at_work(request):
        sentence = str(exception)
        return HttpResponseForbidden(_page(request, "admin/403.html", sentence=sentence))
    return reading.forbidden(request)


def without_key(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without its key. Says what to do, leads back to the form, and keeps what was written."""
    context = {"language": get_language(), "form": request.path, "kept": typed(request)}
    answer = render(request, "403_csrf.html", context, status=403)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _is_at_work(request: HttpRequest) -> bool:
    return request.path.startswith(BEHIND_LOGIN) and admin.site.has_permission(request)


def _page(request: HttpRequest, template: str, **context: Any) -> str:
    return render_to_string(template, {**admin.site.each_context(request), **context}, request)
