"""Keywords in the admin: tree order, autocomplete on any label, merging."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin, TabularInline
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.db.models import ForeignKey, QuerySet
from django.forms import ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from taxonomy import report_page, standing, tree_pages
from taxonomy.forms import KeywordForm, LabelForm, LabelFormSet
from taxonomy.merge_page import merge_page
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, KeywordMatch
from taxonomy.signals import keywords_changed
from taxonomy.uses import Use, uses, with_counts

# One keyword has links for these on its own page.
IN_LIST = [ActionLocation.CHANGE_LIST]
# What only verbs write, each with its row in the log.
BY_VERBS = {"status", "parent"}


class TreeOrder(ChangeList):
    """Depth first, unless a column is sorted by; each use counted in the list's own query."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        self.root_queryset = with_counts(Keyword.objects.with_tree_fields(), timezone.now())
        return super().get_queryset(request, exclude_parameters)

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        chosen = self.params.get(ORDER_VAR)
        return super().get_ordering(request, queryset) if chosen else ["tree_ordering"]


class LabelInline(TabularInline):
    model = KeywordLabel
    form = LabelForm
    formset = LabelFormSet
    extra = 0


class MatchInline(TabularInline):
    model = KeywordMatch
    extra = 0


class AliasInline(TabularInline):
    model = KeywordAlias
    extra = 0


def _count_column(use: Use) -> Any:
    @admin.display(description=use.label, ordering=use.column)
    def column(keyword: Any) -> SafeString:
        """The number; what it counts is said where a narrow page has no headings."""
        count = int(getattr(keyword, use.column))
        return format_html('{} <span class="ed-counted">{}</span>', count, use.label)

    return column


@admin.register(Keyword)
class KeywordAdmin(ModelAdmin):
    form = KeywordForm
    list_display = ["term", "kind", "status", "replaced_by"]
    list_filter = ["kind", "status"]
    list_select_related = ["replaced_by"]
    list_per_page = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["folded", "labels__folded"]
    search_help_text = _("Any label in any language.")
    autocomplete_fields = ["parent", "related"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["replaced_by"]
    fields = ["name", "slug", "kind", "status", "parent", "related", "scope_note", "replaced_by"]
    inlines = [LabelInline, MatchInline, AliasInline]
    actions = ["accept", "deprecate", "merge_into"]
    change_form_template = "admin/taxonomy/keyword/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        return [*tree_pages.addresses(self), *report_page.addresses(self), *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Django's history and our verbs in one list."""
        extra = {**(extra_context or {}), **tree_pages.history_of(object_id, request)}
        return super().history_view(request, object_id, extra)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return TreeOrder

    def get_list_display(self, request: HttpRequest) -> Any:
        return [*self.list_display, *(_count_column(use) for use in uses())]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Folded matching on any label. Pickers do not offer deprecated keywords."""
        found = queryset.searching(search_term)  # type: ignore[attr-defined]
        picking = request.path.endswith("/autocomplete/")
        return (found.exclude(status="deprecated") if picking else found), False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if (keyword := kwargs.get("obj")) is not None and self.has_change_permission(request, keyword):
            context["merges"] = tree_pages.merges_of(keyword)
        return super().render_change_form(request, context, *args, **kwargs)

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, form_class=ModelChoiceField, **kwargs)

    @admin.display(description=_("keyword"), ordering="name")
    def term(self, keyword: Any) -> str:
        return f"{'— ' * keyword.tree_depth}{keyword.name}"

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """A status or a place in the tree that is given in the form goes through the same verbs as everywhere."""
        wanted = BY_VERBS.intersection(form.changed_data) if change else set()
        given = {name: getattr(obj, name) for name in wanted}
        if given:
            stored = Keyword.objects.select_related("parent").get(pk=obj.pk)
            for name in given:
                setattr(obj, name, getattr(stored, name))
        super().save_model(request, obj, form, change)
        if given:
            person: Any = request.user
            standing.give(obj, given, by=person, at=timezone.now())

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Everything of the keyword is stored now: keep its former address and tell the layers above."""
        super().save_related(request, form, formsets, change)
        if "slug" in form.changed_data:
            standing.keep_address(form.instance, form.initial.get("slug", ""))
        told = BY_VERBS.issuperset(form.changed_data) and not any(f.has_changed() for f in formsets)
        if change and not told:
            keywords_changed.send(sender=Keyword, keywords={form.instance.pk}, replaced={}, at=timezone.now())

    @admin.action(description=_("Accept"), permissions=["change"], location=IN_LIST)
    def accept(self, request: HttpRequest, queryset: QuerySet[Keyword]) -> None:
        changed = standing.accept(queryset, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        self._tell(request, changed, _("Accepted: %s."))

    @admin.action(description=_("Deprecate"), permissions=["change"], location=IN_LIST)
    def deprecate(self, request: HttpRequest, queryset: QuerySet[Keyword]) -> None:
        changed = standing.deprecate(queryset, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        self._tell(request, changed, _("Deprecated: %s."))

    @admin.action(description=_("Merge into…"), permissions=["change"], location=IN_LIST)
    def merge_into(self, request: HttpRequest, queryset: QuerySet[Keyword]) -> HttpResponse | None:
        return merge_page(self, request, queryset)

    def _tell(self, request: HttpRequest, changed: list[Keyword], sentence: Any) -> None:
        if changed:
            self.message_user(request, sentence % ", ".join(k.name for k in changed), messages.SUCCESS)
        else:
            self.message_user(request, _("Nothing had to be changed."), messages.WARNING)
