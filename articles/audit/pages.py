"""The audit log in the admin: to be looked at, searched and exported by those with the permission."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.audit.asking import page_of_log, whole_log
from articles.audit.sources import tables
from articles.audit.table import Entry
from taxonomy.csv_text import csv_lines, text_cell

PERMISSION = "articles.view_auditlog"
HEADINGS = ("at", "person", "verb", "kind", "object", "words", "address")


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"})


class AuditForm(forms.Form):
    """What of the log is wanted."""

    words = forms.CharField(label=gettext_lazy("Words"), max_length=100, required=False)
    person = forms.CharField(label=gettext_lazy("Person"), max_length=150, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of object"), required=False)
    verb = forms.ChoiceField(label=gettext_lazy("What happened"), required=False)
    object = forms.IntegerField(min_value=1, max_value=2**62, required=False, widget=forms.HiddenInput)
    since = forms.DateField(label=gettext_lazy("From day"), required=False, widget=_day())
    until = forms.DateField(label=gettext_lazy("To day"), required=False, widget=_day())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        everything = list(tables())
        kinds = [(table.name, table.label) for table in everything]
        verbs = {verb: label for table in everything for verb, label in table.verbs.items()}
        self.fields["kind"].choices = [("", _("everything")), *kinds]  # type: ignore[attr-defined]
        self.fields["verb"].choices = [("", _("everything")), *verbs.items()]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """For the query: days as moments in the site's time zone, the last one included."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        for name, later in (("since", 0), ("until", 1)):
            if name in given:
                day = given[name] + timedelta(days=later)
                given[name] = timezone.make_aware(datetime.combine(day, time.min))
        return {**given, "words": given.get("words", "").replace("\x00", "")}


def addresses(site: admin.AdminSite) -> list[URLPattern]:
    """The addresses of the log, in the admin."""
    return [
        path("", site.admin_view(log_page), name="articles_audit_log"),
        path("export.csv", site.admin_view(export), name="articles_audit_export"),
    ]


def _asked(request: HttpRequest) -> AuditForm:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return AuditForm(request.GET)


@require_safe
def log_page(request: HttpRequest) -> HttpResponse:
    """One page of the log."""
    form = _asked(request)
    before = _moment(request.GET.get("before", ""))
    entries, following = page_of_log(form.wanted(), before=before) if form.is_valid() else ([], None)
    kept = {name: value for name, value in request.GET.items() if name in form.fields and value}
    context = {
        **admin.site.each_context(request),
        "title": _("Audit log"),
        "form": form,
        "entries": entries,
        "asked": urlencode(kept),
        "older": urlencode({**kept, "before": following.isoformat()}) if following else "",
    }
    return TemplateResponse(request, "admin/articles/audit/log.html", context)


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The log as CSV, streamed, at most as many rows as `articles.audit.asking` says."""
    form = _asked(request)
    if not form.is_valid():
        return HttpResponse(_("A field of the search cannot be read."), status=400, content_type="text/plain")
    lines = _lines(whole_log(form.wanted()))
    headers = {"Content-Disposition": 'attachment; filename="audit-log.csv"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def _lines(entries: Iterator[Entry]) -> Iterator[str]:
    rows = (
        [e.at.isoformat(), *map(text_cell, (e.person, e.verb, e.kind, e.name, e.words, e.address))]
        for e in entries
    )
    return csv_lines(chain([HEADINGS], rows))


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
