"""Releases in the admin: the list, and the addresses of their pages."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy

from articles.releases import verb_pages
from articles.releases.models import STATES, JointRelease
from articles.releases.pages import new_release, release_of, release_page


@admin.register(JointRelease)
class JointReleaseAdmin(admin.ModelAdmin):
    """Releases: several articles at one instant."""

    list_display = ["title", "standing", "published_at", "created_by"]
    list_select_related = ["created_by"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description=gettext_lazy("state"))
    def standing(self, release: JointRelease) -> str:
        return str(STATES[release.state(timezone.now())])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has been sent off stays in the record."""
        if obj is not None and obj.published_at is not None:
            return False
        return super().has_delete_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/publish/", wrap(verb_pages.send_off), name="articles_jointrelease_publish"),
            path("<int:pk>/cancel/", wrap(verb_pages.cancel), name="articles_jointrelease_cancel"),
            path(
                "<int:pk>/take-out/", wrap(verb_pages.take_member_out), name="articles_jointrelease_take_out"
            ),
            path("<int:pk>/put-in/", wrap(verb_pages.put_members_in), name="articles_jointrelease_put_in"),
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return new_release(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not (object_id.isascii() and object_id.isdigit()):
            return super().change_view(request, object_id, form_url, extra_context)
        return release_page(request, release_of(request, int(object_id)))
