"""Observations and vintages in the admin: to be looked at, never to be edited or deleted."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.counting import how_many
from indicators.observations.models import Observation, Vintage
from indicators.observations.tables import in_words


class ReadOnlyAdmin(ModelAdmin):
    """A list and a page to look at. What was stated stays; a change is a further vintage."""

    show_full_result_count = False
    list_per_page = 100

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _series_link(observation: Observation) -> str:
    address = reverse("admin:indicators_series_change", args=[observation.series_id])
    return format_html('<a href="{}">{}</a>', address, observation.series.code)


@admin.register(Observation)
class ObservationAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "series_page", "period", "vintage_count"]
    list_filter = ["series__source", "series__frequency"]
    list_select_related = ["series"]
    search_fields = ["series__code", "period"]
    ordering = ["series__code", "-period_start"]
    fields = ["series_page", "period", "period_start", "period_end"]
    readonly_fields = ["series_page"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found = super().get_queryset(request).select_related("series")
        counted: QuerySet[Any] = found.annotate(vintages_stated=how_many(Vintage, "observation"))
        return counted

    @admin.display(description=_("series"), ordering="series__code")
    def series_page(self, observation: Observation) -> str:
        return _series_link(observation)

    @admin.display(description=_("vintages"), ordering="vintages_stated")
    def vintage_count(self, observation: Any) -> int:
        return int(observation.vintages_stated)


@admin.register(Vintage)
class VintageAdmin(ReadOnlyAdmin):
    list_display = ["observation", "stated", "stated_on", "change_kind", "status", "release"]
    list_filter = ["change_kind", "status", "observation__series__source"]
    search_fields = ["observation__series__code", "observation__period", "release__title"]
    ordering = ["-stated_on", "-recorded_at", "-pk"]
    fields = [
        "series_page",
        "observation",
        "stated",
        "unit_mult",
        "decimals",
        "status",
        "stated_on",
        "release",
        "change_kind",
        "reason",
        "note",
        "recorded_at",
        "recorded_by",
    ]
    readonly_fields = ["series_page", "stated", "recorded_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).with_catalogue()  # type: ignore[attr-defined]

    @admin.display(description=_("series"))
    def series_page(self, vintage: Vintage) -> str:
        return _series_link(vintage.observation)

    @admin.display(description=_("as printed"))
    def stated(self, vintage: Vintage) -> str:
        return in_words(vintage)
