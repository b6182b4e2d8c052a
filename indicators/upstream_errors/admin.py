"""Declared errors in the admin: the list, and the addresses of their pages."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from indicators.observations.admin import ReadOnlyAdmin
from indicators.observations.tables import in_words
from indicators.upstream_errors import pages
from indicators.upstream_errors.models import UpstreamError
from indicators.upstream_errors.wording import STATUSES, right_in_words


class StatusFilter(admin.SimpleListFilter):
    """By what has become of them."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return STATUSES.items()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        status = self.value()
        if status in UpstreamError.Outcome.values:
            return queryset.filter(outcome=status)
        if status in STATUSES:
            return queryset.filter(Q(closed_on=None), confirmed_on__isnull=status == "open")
        return queryset


@admin.register(UpstreamError)
class UpstreamErrorAdmin(ReadOnlyAdmin):
    """Nothing is edited here: an error is declared, answered, and closed."""

    list_display = ["__str__", "stated", "right", "status", "declared_on", "informed_on", "closed_on"]
    list_filter = [StatusFilter, "observation__series__source"]
    search_fields = ["observation__series__code", "observation__period", "reason"]
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found: QuerySet[Any] = UpstreamError.objects.with_catalogue()
        return found.order_by("-declared_on", "-pk")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name}/", wrap(view), name=f"indicators_upstreamerror_{name}")
            for name, view in pages.VERBS.items()
        ]
        return [*own, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(pages.MAY_DECLARE))

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return pages.declare_page(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        known = object_id.isascii() and object_id.isdigit() and len(object_id) < 19
        if request.method == "POST" or not known or not self.has_view_permission(request):
            return super().change_view(request, object_id, form_url, extra_context)
        return pages.error_page(request, int(object_id))

    @admin.display(description=_("the source states"))
    def stated(self, error: UpstreamError) -> str:
        error.expect.observation = error.observation
        return in_words(error.expect)

    @admin.display(description=_("right is"))
    def right(self, error: UpstreamError) -> str:
        return right_in_words(error, get_language() or "en")

    @admin.display(description=_("status"))
    def status(self, error: UpstreamError) -> str:
        return str(STATUSES[error.status_on(timezone.localdate())])
