"""The contact form. It sets no cookie and is never kept by a cache: see docs/decisions/replies.md."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.enquiries.limits import is_known, too_many
from articles.enquiries.models import MOST_TEXT
from articles.enquiries.verbs import receive
from articles.replies.forms import TOO_LONG, Paragraphs, ReplyForm
from articles.replies.limits import one_at_a_time, visitor_address
from articles.replies.receiving import from_elsewhere, kept_by_its_reader, too_old, untimely
from articles.replies.tokens import form_token
from articles.replies.verbs import Words

SUBJECT = "contact"


class EnquiryForm(ReplyForm):
    """As the form for replies, without the question whether to be told of answers."""

    notify = None  # type: ignore[assignment]
    text = Paragraphs(
        label=gettext_lazy("Message"),
        max_length=MOST_TEXT,
        error_messages={"required": gettext_lazy("Write something."), "max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )


@csrf_exempt
@kept_by_its_reader
@require_http_methods(["GET", "HEAD", "POST"])
def write_page(request: HttpRequest) -> HttpResponse:
    """The form, and what was received."""
    at = timezone.now()
    if request.method != "POST":
        return _page(request, {"form": EnquiryForm(), "sent": "sent" in request.GET}, at=at)
    if from_elsewhere(request):
        problem = _("This form was sent from another site. Read it, then send it from here.")
        return _page(request, {"form": EnquiryForm(request.POST), "problem": problem}, 403, at=at)
    form, token = EnquiryForm(request.POST), request.POST.get("token", "")
    if not form.is_valid():
        # A form that was opened long enough ago stays so while its mistakes are mended.
        kept = "" if too_old(token, SUBJECT, at) else token
        return _page(request, {"form": form}, 422, at=at, token=kept)
    # Counted and written in one transaction, so that many at once do not pass together.
    with transaction.atomic():
        one_at_a_time(visitor_address())
        return _take(request, form, at)


def _take(request: HttpRequest, form: EnquiryForm, at: datetime) -> HttpResponse:
    given, address = form.cleaned_data, visitor_address()
    if problem := untimely(request.POST.get("token", ""), SUBJECT, at):
        return _page(request, {"form": form, "problem": problem.told}, 422, at=at, token=problem.token)
    if is_known(given["email"], given["text"], at):
        return _page(request, {"form": form, "problem": _("This message was received already.")}, 409, at=at)
    if told := too_many(address, at):
        return _page(request, {"form": form, "problem": told}, 429, at=at)
    language = get_language() or settings.LANGUAGE_CODE
    receive(Words(given["name"], given["email"], given["text"], language=language), at=at, address=address)
    answer = HttpResponseRedirect(f"{request.path}?sent")
    answer.status_code = 303
    return answer


def _page(
    request: HttpRequest, context: dict[str, Any], status: int = 200, *, at: datetime, token: str = ""
) -> HttpResponse:
    told = {
        "section": "contact",
        "token": token or form_token(SUBJECT, at),
        "visitor_days": settings.VISITOR_DAYS,
    }
    answer = render(request, "articles/enquiries/form.html", context | told, status=status)
    if status == 429:
        answer.headers["Retry-After"] = "600"
    return answer
