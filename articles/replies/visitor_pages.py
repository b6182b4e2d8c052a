"""What is kept of one visitor, in the admin: shown, downloaded or erased, when they ask for it."""

import json
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles.replies.forgetting import erase_all, told_of
from articles.replies.models import Reply

PERMISSIONS = ("articles.moderate_reply", "articles.answer_enquiry")


class VisitorForm(forms.Form):
    """The address; it is sent, and so stands in no list of visited pages and in no log of a server."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    sure = forms.BooleanField(label=gettext_lazy("Erase all of it, for good"), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def visitor_page(request: HttpRequest) -> HttpResponse:
    """Everything under an e-mail address; with `do=download` as JSON, with `do=erase` and the tick it is erased.

    Raises:
        PermissionDenied: this person does not decide about replies and messages.
    """
    if not request.user.has_perms(PERMISSIONS):
        raise PermissionDenied
    form = VisitorForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, form)
    email, wish = form.cleaned_data["email"], request.POST.get("do", "")
    if wish == "download":
        return _download(email)
    if wish == "erase" and not form.cleaned_data["sure"]:
        form.add_error("sure", _("Tick this first: what is erased cannot be brought back."))
    elif wish == "erase":
        done = erase_all(email, by=request.user, at=timezone.now())
        told = ngettext("%(n)d reply or message erased.", "%(n)d replies and messages erased.", done)
        messages.success(request, told % {"n": done})
        return _page(request, VisitorForm())
    return _page(request, form, told_of(email))


def _download(email: str) -> HttpResponse:
    text = json.dumps(told_of(email), ensure_ascii=False, indent=2, default=str)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="visitor.json"'
    return answer


def _page(request: HttpRequest, form: VisitorForm, kept: list[dict[str, Any]] | None = None) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("What we keep of a visitor"),
        "opts": Reply._meta,
        "form": form,
        "kept": kept,
    }
    return TemplateResponse(request, "admin/articles/reply/visitor.html", context)
