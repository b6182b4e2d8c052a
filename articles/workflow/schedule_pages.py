"""The pages around a planned time: move a schedule, set an end date, cancel it. Verbs are POST only."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from articles.editions.models import Edition, Withdrawal
from articles.workflow.blockers import shown_time
from articles.workflow.ending import cancel_end, plan_end
from articles.workflow.permissions import article_for
from articles.workflow.rescheduling import reschedule
from articles.writing.models import Article

FORM = "admin:articles_article_change"


def addresses(site: AdminSite) -> list[URLPattern]:
    """The addresses of the verbs, below the article's own."""
    return [
        path("<int:pk>/move-schedule/", site.admin_view(move_page), name="articles_article_move_schedule"),
        path("<int:pk>/end/", site.admin_view(end_page), name="articles_article_end"),
        path("<int:pk>/cancel-end/", site.admin_view(cancel), name="articles_article_cancel_end"),
    ]


def _time_field(label: Any) -> forms.SplitDateTimeField:
    return forms.SplitDateTimeField(
        label=label,
        help_text=gettext_lazy("Times are those of the site."),
        error_messages={"required": gettext_lazy("Give a day and a time.")},
        widget=forms.SplitDateTimeWidget(
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs={"type": "date", "aria-label": label},
            time_attrs={"type": "time", "aria-label": label},
        ),
    )


class MoveForm(forms.Form):
    """The new time of a coming edition."""

    published_at = _time_field(gettext_lazy("Publish at"))


class EndForm(forms.Form):
    """When an article ends, and why."""

    ends_at = _time_field(gettext_lazy("The article ends at"))
    reason = forms.CharField(
        label=gettext_lazy("Public reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("From then on readers see it at every address of the article."),
        max_length=2000,
        error_messages={"required": gettext_lazy("Say why the article will end. Readers will see it.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def move_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the new time of the coming edition."""
    article = article_for(request.user, "schedule", pk)
    coming = Edition.objects.filter(article=pk, published_at__gt=timezone.now()).light().first()
    form = MoveForm(request.POST or None, initial={"published_at": coming.published_at if coming else None})
    if request.method == "POST" and form.is_valid():
        when: datetime = form.cleaned_data["published_at"]
        try:
            edition = reschedule(article, published_at=when, by=_person(request), at=timezone.now())
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            told = _("Edition %(n)d is scheduled for %(when)s.")
            messages.success(request, told % {"n": edition.number, "when": shown_time(when)})
            return redirect(FORM, pk)
    return _page(request, article, form, {"title": _("Move the schedule"), "coming": coming})


@require_http_methods(["GET", "HEAD", "POST"])
def end_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask when the article ends and why."""
    article = article_for(request.user, "withdraw", pk)
    planned = Withdrawal.objects.planned(timezone.now()).filter(article=pk).first()
    given = {"ends_at": planned.at, "reason": planned.reason} if planned else None
    form = EndForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            ending = plan_end(article, **form.cleaned_data, by=_person(request), at=timezone.now())
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(request, _("The article ends on %(when)s.") % {"when": shown_time(ending.at)})
            return redirect(FORM, pk)
    return _page(request, article, form, {"title": _("Set an end date"), "planned": planned})


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the end date."""
    article = article_for(request.user, "withdraw", pk)
    try:
        cancel_end(article, by=_person(request), at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The end date is cancelled. The article stays."))
    return redirect(FORM, pk)


def _person(request: HttpRequest) -> Any:
    return request.user


def _page(request: HttpRequest, article: Article, form: forms.Form, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "article": article, "opts": Article._meta, "form": form}
    return TemplateResponse(request, "admin/articles/article/planned_time.html", {**shared, **context})
