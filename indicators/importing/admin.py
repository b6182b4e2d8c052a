"""Imports in the admin: the list, and the addresses of their pages."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from indicators.importing import pages
from indicators.importing.models import DataImport


@admin.register(DataImport)
class DataImportAdmin(admin.ModelAdmin):
    """Nothing is edited here: a file is received, planned, applied, undone or discarded."""

    list_display = ["filename", "release", "state", "created_at", "applied_at"]
    list_filter = ["state"]
    list_select_related = ["release"]
    search_fields = ["filename", "release__title", "sha256"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        verbs = {"columns": pages.columns, "apply": pages.apply, "undo": pages.undo, "discard": pages.discard}
        own = [
            path(f"<int:pk>/{name}/", wrap(view), name=f"indicators_dataimport_{name}")
            for name, view in verbs.items()
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return pages.add_page(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not (object_id.isascii() and object_id.isdigit()) or not self.has_view_permission(request):
            return super().change_view(request, object_id, form_url, extra_context)
        return pages.plan_page(request, int(object_id))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
