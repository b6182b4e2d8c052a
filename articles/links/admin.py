"""Outgoing links: read only, the broken ones first to be found."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.links.models import OutgoingLink


@admin.register(OutgoingLink)
class OutgoingLinkAdmin(admin.ModelAdmin):
    """What was last seen at the end of each link."""

    list_display = ["url", "state", "since", "status", "note", "checked_at", "next_at"]
    list_filter = ["state"]
    search_fields = ["url"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    readonly_fields = ["url", "state", "since", "status", "note", "failures", "checked_at", "next_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
