"""The calendar: a page of the admin beside the list of articles."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.coming import events, planned, scheduled
from articles.desk.month import first_day, month_of, span


def addresses(site: admin.AdminSite) -> list[URLPattern]:
    """The address of the calendar, for the admin of articles."""
    return [path("calendar/", site.admin_view(calendar), name="articles_article_calendar")]


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """One month: what is scheduled by the hour, and what is planned for a day. `?month=2026-11` chooses it."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    now = timezone.now()
    try:
        first = first_day(request.GET.get("month", ""), timezone.localdate(now))
    except ValueError:
        return HttpResponseRedirect(reverse("admin:articles_article_calendar"))
    person: Any = request.user
    start, end = span(first)
    editions = scheduled(person, max(now, _midnight(start)), _midnight(end, after=1))
    found = events(editions, planned(person, start, end))
    context = {
        **admin.site.each_context(request),
        "title": _("Calendar"),
        "month": month_of(first, timezone.localdate(now), found),
        "week": month_of(first, timezone.localdate(now), []).weeks[0],
        "found": found,
    }
    return TemplateResponse(request, "admin/desk/calendar.html", context)


def _midnight(day: date, *, after: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=after), time.min))
