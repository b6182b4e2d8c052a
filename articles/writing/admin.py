"""The article form and the list of articles."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk import admin as desk_admin
from articles.figures import admin as figures_admin
from articles.house import admin as house_admin
from articles.listing import admin as listing_admin
from articles.listing import columns
from articles.listing.filters import (
    ChangedFilter,
    DueFilter,
    LanguageFilter,
    MatchFilter,
    PlannedFilter,
    PublishedFilter,
    StateFilter,
    WhoseFilter,
)
from articles.notes import admin as notes_admin
from articles.previews import admin as previews_admin
from articles.releases.bulk import release_actions
from articles.revisions import admin as revisions_admin
from articles.workflow import admin as workflow_admin
from articles.workflow.bulk_pages import bulk_actions
from articles.workflow.permissions import refusal
from articles.writing import tag_form
from articles.writing.fields import BodyField
from articles.writing.form_fields import FormFields
from articles.writing.form_saving import FormSaving
from articles.writing.forms import ArticleForm
from articles.writing.inlines import ContributionInline, KeywordInline
from articles.writing.listing import ArticleChangeList, FiguresFilter, ListColumns, PublicationFilter
from articles.writing.models import Article
from articles.writing.widgets import BodyWidget

FORM = "articles_article_change"


@admin.register(Article)
class ArticleAdmin(ListColumns, FormFields, FormSaving):
    """Working copies. Publishing, withdrawing and schedules have pages of their own (`articles.workflow.admin`)."""

    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    formfield_overrides: ClassVar[dict[type[models.Field], dict[str, Any]]] = {
        BodyField: {"widget": BodyWidget}
    }
    fieldsets = (
        (None, {"fields": ["title", "standfirst", "body"]}),
        (
            _("Citation"),
            {
                "fields": [
                    "publication", "issued", ("section", "page"), "url", "rights", "permission_note",
                    "printed_citation",
                ]
            },
        ),
        (_("Lead image"), {"fields": ["lead_image", "lead_alternative"]}),
        (
            _("Address and language"),
            {"fields": ["language", "slug", "translation_of"], "classes": ["ed-settings"]},
        ),
    )  # fmt: skip
    inlines = [ContributionInline, KeywordInline]
    autocomplete_fields = ["publication", "translation_of", "lead_image"]
    list_display = ["heading", "standing", "figures", "language", "publication", "changed"]
    list_display_links = ["heading"]
    list_filter = [
        MatchFilter,
        StateFilter,
        WhoseFilter,
        LanguageFilter,
        ChangedFilter,
        PublishedFilter,
        DueFilter,
        PlannedFilter,
        FiguresFilter,
        ("publication", PublicationFilter),
    ]
    list_per_page = 50
    search_fields = ["title", "slug", "standfirst", "printed_citation"]
    search_help_text = _("Words of the title, standfirst, address or citation")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ["-updated_at", "-pk"]
    actions = []

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        """The verbs for what is ticked in the list; one article has its own buttons."""
        if IS_POPUP_VAR in request.GET or action_location != ActionLocation.CHANGE_LIST:
            return {}
        return bulk_actions(request.user) | release_actions(request.user)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [columns.FIRST, *columns.chosen(request.GET)]

    def get_list_select_related(self, request: HttpRequest) -> list[str]:
        return columns.related(request.GET)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ArticleChangeList]:
        return ArticleChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(
            request,
            {
                "title": capfirst(self.opts.verbose_name_plural),
                "columns": columns.choices(request.GET),
                **listing_admin.views_for(request),
                **(extra_context or {}),
            },
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        articles: Any = super().get_queryset(request)
        articles = articles.visible_to(request.user)
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page == "articles_article_changelist":
            return articles.defer("body")
        # What the form shows by name comes with it.
        return articles.select_related("publication", "lead_image") if page == FORM else articles

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_view_permission(request, obj) and (
            obj is None or not refusal(request.user, "view", obj)
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (
            obj is None or not refusal(request.user, "edit", obj)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is deleted: articles go to the trash, or are withdrawn."""
        return False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("figures/check/", wrap(figures_admin.check_figures), name="articles_article_check"),
            path("house/", wrap(house_admin.check_house), name="articles_article_house"),
            path("figures/find/", wrap(figures_admin.find), name="articles_article_find"),
            *desk_admin.addresses(self.admin_site),
            *listing_admin.addresses(self.admin_site),
            *workflow_admin.addresses(self.admin_site),
            *notes_admin.addresses(self.admin_site),
            *revisions_admin.addresses(self.admin_site),
            *previews_admin.addresses(self.admin_site),
            *tag_form.addresses(self.admin_site),
        ]
        return [*own, *super().get_urls()]
