"""A series in the admin: its key, the table of everything stated, and the short form that adds to it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.catalogue.admin import CatalogueAdmin
from indicators.catalogue.models import Series
from indicators.observations.breaking import Broken, fingerprint, what_would_break
from indicators.observations.forms import VintageForm
from indicators.observations.models import Observation
from indicators.observations.tables import in_words, periods_of

KEY = ("indicator", "area", "frequency", "unit", "adjustment", "price_basis", "source")


@admin.register(Series)
class SeriesAdmin(CatalogueAdmin):
    """The key of a series is settled once something has been observed: bodies of articles quote its code."""

    change_form_template = "admin/indicators/series/change_form.html"
    list_display = ["code", "indicator", "area", "frequency", "unit", "source"]
    list_filter = ["frequency", "source"]
    list_select_related = ["indicator", "area", "unit", "source"]
    counted = {"observation_count": (Observation, "series", gettext_lazy("observations"))}
    search_fields = ["code", "indicator__name", "area__name", "source__name"]
    autocomplete_fields = ["indicator", "area", "unit", "source"]
    readonly_fields = ["code"]
    fields = [
        "code",
        ("indicator", "area", "source"),
        ("frequency", "unit", "adjustment", "price_basis"),
        "note",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("indicator", "area", "unit", "source")

    def get_readonly_fields(self, request: HttpRequest, obj: Series | None = None) -> Any:
        fixed = KEY if obj is not None and obj.observations.exists() else ()
        return [*self.readonly_fields, *fixed]

    def get_urls(self) -> list[URLPattern]:
        record = self.admin_site.admin_view(self.record_view)
        return [path("<int:series_id>/record/", record, name="indicators_series_record"), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        series = self.get_object(request, object_id)
        extra = {**(extra_context or {}), **(self._statements(request, series) if series else {})}
        return super().change_view(request, object_id, form_url, extra)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if "record_form" in context:
            context["media"] += context["record_form"].media
        return super().render_change_form(request, context, *args, **kwargs)

    def record_view(self, request: HttpRequest, series_id: int) -> HttpResponse:
        """The short form on a page of its own: for one period, or after a refusal."""
        series = self.get_object(request, str(series_id))
        if series is None:
            raise Http404
        if not self.has_change_permission(request, series):
            raise PermissionDenied
        given = request.POST if request.method == "POST" else None
        form = VintageForm(given, series=series, prefix="vintage", initial=_asked_for(request))
        page = reverse("admin:indicators_series_change", args=[series.pk])
        if form.is_bound and form.is_valid():
            broken = _broken_by(form, request)
            if request.POST.get("confirmed", "") != fingerprint(broken):
                return self._record_page(request, series, form, broken)
            stored = form.record(by=request.user, at=timezone.now())  # type: ignore[arg-type]
            if stored is not None:
                said = _("Recorded: %(period)s, %(value)s, stated on %(day)s.") % {
                    "period": stored.observation.period,
                    "value": in_words(stored),
                    "day": stored.stated_on.isoformat(),
                }
                self.log_change(request, series, said)
                self.message_user(request, said, messages.SUCCESS)
                return HttpResponseRedirect(page)
        return self._record_page(request, series, form)

    def _record_page(
        self, request: HttpRequest, series: Series, form: VintageForm, broken: list[Broken] | None = None
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            **self._statements(request, series, form),
            "title": _("Record a figure of %(code)s") % {"code": series.code},
            "opts": Series._meta,
            "media": self.media + form.media,
            "broken": broken or [],
            "confirmed": fingerprint(broken or []),
        }
        return TemplateResponse(request, "admin/indicators/series/record.html", context)

    def _statements(
        self, request: HttpRequest, series: Series, form: VintageForm | None = None
    ) -> dict[str, Any]:
        form = form or VintageForm(series=series, prefix="vintage")
        rows = [
            (row, [(vintage, in_words(vintage, with_unit=False)) for vintage in row.vintages])
            for row in periods_of(series)
        ]
        return {
            "series": series,
            "periods": rows,
            "record_form": form,
            "record_admin_form": AdminForm(form, VintageForm.FIELDSETS, {}, (), self),  # type: ignore[arg-type]
            "record_address": reverse("admin:indicators_series_record", args=[series.pk]),
            "may_record": self.has_change_permission(request, series),
        }


def _broken_by(form: VintageForm, request: HttpRequest) -> list[Broken]:
    """What recording the form would make untrue. Asked again at each posting: what is quoted may have changed."""
    vintage = form.proposed(by=request.user)  # type: ignore[arg-type]
    return what_would_break([vintage], at=timezone.now()) if vintage else []


def _asked_for(request: HttpRequest) -> dict[str, str]:
    return {"period": request.GET["period"][:10]} if "period" in request.GET else {}
