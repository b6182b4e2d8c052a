"""The article form and the list of articles."""

from typing import Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.forms import Textarea, Widget
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.desk import admin as desk_admin
from articles.figures import admin as figures_admin
from articles.house import admin as house_admin
from articles.listing import admin as listing_admin
from articles.listing import columns
from articles.listing.filters import ChangedFilter, DueFilter, LanguageFilter, MatchFilter, WhoseFilter
from articles.notes import admin as notes_admin
from articles.previews import admin as previews_admin
from articles.releases.bulk import release_actions
from articles.revisions import admin as revisions_admin
from articles.revisions import stale
from articles.revisions.posted import writing_of
from articles.revisions.saving import StaleSave, begun_by, claim_version, save_revision, version_written_on
from articles.workflow import admin as workflow_admin
from articles.workflow.bulk_pages import bulk_actions
from articles.workflow.models import Transition
from articles.workflow.next_step import asked_verb, do_after_saving
from articles.workflow.permissions import refusal
from articles.workflow.verbs import log, text_changed
from articles.writing import tag_form
from articles.writing.choosing import RowChoice
from articles.writing.fields import BodyField
from articles.writing.form_page import page_of
from articles.writing.forms import ArticleForm
from articles.writing.formsets import ByAgent, ByKeyword
from articles.writing.listing import ArticleChangeList, ListColumns, PublicationFilter, StateFilter
from articles.writing.models import Article, ArticleKeyword, Contribution
from articles.writing.tag_form import tag_posted
from articles.writing.widgets import BodyWidget

WORKFLOW_COLUMNS = ["stage", "assigned_to", "due_on", "planned_for", "trashed_at", "trashed_by"]


class RowInline(admin.TabularInline):
    """Ordered rows, each a choice by typing. They are part of the article: who may write in it may write them."""

    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_article") and not (
            obj and refusal(request.user, "view", obj)
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return request.user.has_perm("articles.add_article")
        return request.user.has_perm("articles.change_article") and not refusal(request.user, "edit", obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return _plain(super().formfield_for_dbfield(db_field, request, **kwargs), can_add=True)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = RowChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ContributionInline(RowInline):
    """Who did what on the original."""

    model = Contribution
    formset = ByAgent
    autocomplete_fields = ["agent"]
    fields = ["agent", "role", "position"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("agent")


class KeywordInline(RowInline):
    """The keywords, in order."""

    model = ArticleKeyword
    formset = ByKeyword
    autocomplete_fields = ["keyword"]
    fields = ["keyword", "position"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("keyword")


@admin.register(Article)
class ArticleAdmin(ListColumns, admin.ModelAdmin):
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
        StateFilter,
        WhoseFilter,
        LanguageFilter,
        ChangedFilter,
        DueFilter,
        ("publication", PublicationFilter),
        MatchFilter,
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
        if request.resolver_match and request.resolver_match.url_name == "articles_article_changelist":
            return articles.defer("body")
        return articles

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "title":
            kwargs["widget"] = Textarea(attrs={"rows": 2})
        if db_field.name in {"standfirst", "permission_note", "printed_citation"}:
            kwargs["widget"] = Textarea(attrs={"rows": 3})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return _plain(field) if db_field.name in {"publication", "translation_of", "lead_image"} else field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A choice offers what this person may open; what is chosen already stays."""
        if db_field.name == "translation_of":
            match = request.resolver_match
            own = str(match.kwargs.get("object_id", "")) if match else ""
            chosen = Article.objects.filter(translations=int(own) if own.isdecimal() else 0)
            offered = Article.objects.visible_to(request.user).order_by()
            kwargs["queryset"] = Article.objects.filter(
                Q(pk__in=offered.values("pk")) | Q(pk__in=chosen.values("pk"))
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"slug": ["title"]}

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

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """A stale save is refused, its text kept aside, and both are laid side by side."""
        if request.method == "POST" and not object_id:
            begun = begun_by(writing_of(request.POST).session, cast(Any, request.user))
            object_id = str(begun) if begun else None
        if request.method == "POST" and object_id and stale.is_stale(request, object_id):
            return stale.refused(request, int(object_id))
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except StaleSave:
            return stale.refused(request, int(object_id or 0))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            writing = writing_of(request.POST)
            claim_version(obj, expected=version_written_on(obj.pk, writing))
            # The row is locked by now: what a verb wrote since it was read is not written over.
            obj.refresh_from_db(fields=WORKFLOW_COLUMNS)
        else:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        person: Any = request.user
        with transaction.atomic():
            super().save_related(request, form, formsets, change)
            now = timezone.now()
            tag_posted(request, form.instance, form.cleaned_data.get("pasted_keywords", []))
            save_revision(form.instance, by=person, at=now, writing=writing_of(request.POST))
            text_changed(form.instance, by=person, at=now)
            if not change:
                log(form.instance, Transition.Verb.BEGIN, by=person, at=now)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context.update(page_of(context["adminform"].form, kwargs.get("obj"), request))
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if verb := asked_verb(request):
            do_after_saving(request, obj, verb)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))
        if "_publish" in request.POST and "_dialog" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]) + "#publish")
        if "_publish" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_publish", args=[obj.pk]))
        return super().response_change(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        if "_publish" in request.POST or asked_verb(request):
            return self.response_change(request, obj)
        return super().response_add(request, obj, post_url_continue)


def _plain(field: Any, *, can_add: bool = False) -> Any:
    """Without the icons beside the autocomplete field, but for adding where that is wanted."""
    widget: Widget = field.widget
    if not can_add and hasattr(widget, "can_add_related"):
        widget.can_add_related = False
    for name in ("can_change_related", "can_delete_related", "can_view_related"):
        if hasattr(widget, name):
            setattr(widget, name, False)
    return field
