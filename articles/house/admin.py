"""The word list in the admin, and the checks that the article form asks for."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from articles.house.models import HouseRule
from articles.house.panel import house_panel
from articles.workflow.permissions import refusal_of_verb

PANEL = "admin/articles/article/house_findings.html"


@admin.register(HouseRule)
class HouseRuleAdmin(admin.ModelAdmin):
    """Use X, not Y."""

    list_display = ["avoid", "use", "language", "whole_word", "match_case", "is_active"]
    list_filter = ["language", "is_active"]
    search_fields = ["avoid", "use", "note"]
    show_facets = admin.ShowFacets.NEVER


@require_POST
def check_house(request: HttpRequest) -> JsonResponse:
    """Look through the posted `body`, which is not stored. Answers the panel."""
    if denied := refusal_of_verb(request.user, "edit"):
        raise PermissionDenied(denied)
    panel = house_panel(request.POST.get("body", ""), request.POST.get("language", "en"), request.get_host())
    return JsonResponse({"html": render_to_string(PANEL, {"house": panel}, request=request)})
