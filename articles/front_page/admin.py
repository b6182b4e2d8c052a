"""The front page in the admin: one page for each language, in place of a list of rows."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.front_page.models import FrontPage
from articles.front_page.pages import COMPOSE, compose_page
from articles.front_page.verb_pages import cancel_page, restore_page


@admin.register(FrontPage)
class FrontPageAdmin(admin.ModelAdmin):
    """Compositions are added by the verbs alone."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/cancel/", wrap(cancel_page), name="articles_frontpage_cancel"),
            path("<int:pk>/restore/", wrap(restore_page), name="articles_frontpage_restore"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return compose_page(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(COMPOSE)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
