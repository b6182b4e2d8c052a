"""Clippings in the admin: the list, and the pages of intake."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles.intake import pages
from articles.intake.access import clippings_of, may_take_in
from articles.intake.models import Clipping


@admin.register(Clipping)
class ClippingAdmin(admin.ModelAdmin):
    """Each sees their own; editors see all."""

    list_display = ["__str__", "created_at", "created_by", "article"]
    list_select_related = ["created_by", "article"]
    search_fields = ["title", "filename"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = clippings_of(request.user).defer("text", "blocks", "figures")
        return found

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_take_in(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_take_in(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return pages.add_page(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not (object_id.isascii() and object_id.isdigit() and len(object_id) < 16):
            return super().change_view(request, object_id, form_url, extra_context)
        return pages.review_page(request, int(object_id))
