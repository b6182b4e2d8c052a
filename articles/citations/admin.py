"""Publications, and the people and organisations who wrote in them."""

from django.contrib import admin

from articles.citations.models import Agent, Publication


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin):
    """Newspapers, journals and sites."""

    list_display = ["title", "kind", "place", "issn", "homepage"]
    list_filter = ["kind"]
    search_fields = ["title", "slug", "place", "issn"]
    prepopulated_fields = {"slug": ["title"]}
    show_facets = admin.ShowFacets.NEVER


@admin.register(Agent)
class AgentAdmin(admin.ModelAdmin):
    """People and organisations."""

    list_display = ["name", "kind", "family", "given"]
    list_filter = ["kind"]
    search_fields = ["name", "family", "given", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
