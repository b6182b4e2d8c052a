"""Editions as they were published: read only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.coverage.pages import addresses
from articles.editions.models import Edition
from articles.editions.querysets import PAGE_COLUMNS


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """What readers got, number by number."""

    list_display = ["title", "number", "kind", "language", "published_at", "superseded_at"]
    list_filter = ["kind", "language"]
    search_fields = ["title", "slug"]
    ordering = ["-published_at", "-pk"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    fields = [
        "title", "number", "kind", "public_note", "published_at", "superseded_at", "withdrawn_at",
        "published_by", "language", "slug", "page",
    ]  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        return [*addresses(self.admin_site), *super().get_urls()]

    @admin.display(description=_("page"))
    def page(self, edition: Edition) -> SafeString:
        address = f"{edition.get_absolute_url()}editions/{edition.number}/"
        return format_html('<a href="{}">{}</a>', address, address)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer(*PAGE_COLUMNS, "head_html", "card_html", "api_row")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [str(name) for name in self.fields or []]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
