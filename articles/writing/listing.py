"""The columns and filters of the list of articles, in a fixed number of queries at any size."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext as _django
from django.utils.translation import gettext_lazy, ngettext

from articles.editions.models import Edition
from articles.editions.wording import state_words
from articles.figures.checking import Verdict, state
from articles.figures.models import Quotation
from articles.listing import columns
from articles.listing.columns import COLUMNS
from articles.listing.filters import MATCH, Shown, passing_any
from articles.presence.verbs import present_at
from articles.presence.wording import said
from articles.writing import states
from taxonomy.languages import direction

QUIET = {"holds", "rounded"}


class ArticleChangeList(ChangeList):
    """One page of articles; where they stand, what they quote and who is at them is asked for these only, in three
    further queries.

    `?match=any` asks for articles that pass any of the filters in place of all; `?columns=` names columns.
    """

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        if COLUMNS in request.GET:  # The form sends each by itself; links carry them all.
            self.filter_params[COLUMNS] = [",".join(columns.chosen(request.GET))]
            self.params[COLUMNS] = self.filter_params[COLUMNS][0]

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        found: dict[str, Any] = super().get_filters_params(params)
        found.pop(COLUMNS, None)
        return found

    def get_filters(self, request: HttpRequest) -> Any:
        specs: list[Any]
        specs, *rest = super().get_filters(request)
        if request.GET.get(MATCH) == "any":
            self.root_queryset = passing_any(specs, request, self.root_queryset)
            specs = [Shown(spec) for spec in specs]
        return (specs, *rest)

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        page = list(self.result_list)
        self._add_states(page)
        self._add_tallies(page)
        self._add_others(page, request.user)
        self.result_list = page

    def _add_states(self, page: list[Any]) -> None:
        asked = self.model._default_manager.filter(pk__in=[article.pk for article in page])
        found = states.with_marks(states.with_state(asked, timezone.now())).order_by()
        columns = ("id", "state", "live_number", "scheduled_for", "marks")
        told = {row["id"]: row for row in found.values(*columns)}
        for article in page:
            vars(article).update(told[article.pk])

    def _add_tallies(self, page: list[Any]) -> None:
        tallies: dict[int, dict[str, int]] = {}
        pks = [article.pk for article in page]
        live = Edition.objects.filter(article__in=pks).current(timezone.now())
        rows = Quotation.objects.filter(edition__in=live.values("pk"))
        counted = rows.values_list("edition__article", "verdict").annotate(n=Count("pk")).order_by()
        for article, verdict, n in counted:
            told = tallies.setdefault(article, {})
            told[state(Verdict(verdict))] = told.get(state(Verdict(verdict)), 0) + n
        for article in page:
            article.tally = tallies.get(article.pk, {})

    def _add_others(self, page: list[Any], person: Any) -> None:
        told: dict[int, list[str]] = {}
        for each in present_at([article.pk for article in page], timezone.now(), but=person):
            told.setdefault(each.article, []).append(said(each))
        for article in page:
            article.others = told.get(article.pk, [])


class FiguresFilter(admin.SimpleListFilter):
    """What has become of the figures that readers have."""

    title = gettext_lazy("figures")
    parameter_name = "figures"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("stale", gettext_lazy("No longer true"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "stale":
            return queryset
        live = Edition.objects.current(timezone.now()).order_by()
        stale = Quotation.objects.filter(verdict="superseded", edition__in=live.values("pk"))
        return queryset.filter(pk__in=stale.values("edition__article"))


class PublicationFilter(admin.RelatedFieldListFilter):
    """The publications that something on the desk was first printed in: one look-up each, at any number of articles."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        articles = model_admin.get_queryset(request).order_by().filter(publication=OuterRef("pk"))
        printed = field.related_model._default_manager.filter(Exists(articles))
        if ordering := self.field_admin_ordering(field, request, model_admin):
            printed = printed.order_by(*ordering)
        return [(publication.pk, str(publication)) for publication in printed]


def badge(article: Any) -> SafeString:
    """The state in words, in a frame: outlined is not public, filled is public."""
    name = states.BADGES.get(article.state, article.state)
    html = format_html(
        '<span class="ed-badge" data-status="{}">{}</span>', name, states.STATES[article.state]
    )
    if article.state == states.SCHEDULED:
        when = date_format(localtime(article.scheduled_for), "DATETIME_FORMAT")
        return format_html(
            '{} <time class="ed-tag" datetime="{}">{}</time>', html, article.scheduled_for.isoformat(), when
        )
    if article.live_number:
        return format_html(
            '{} <span class="ed-tag">{}</span>', html, _("edition %(n)d") % {"n": article.live_number}
        )
    return html


class ListColumns:
    """The columns of the list."""

    def action_checkbox(self, article: Any) -> SafeString:
        """As Django's, without a form widget and its template for every row."""
        return format_html(
            '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">',
            ACTION_CHECKBOX_NAME,
            article.pk,
            format_html(_django("Select this object for an action - {}"), str(article)),
        )

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def heading(self, article: Any) -> SafeString:
        title = format_html(
            '<span lang="{}" dir="{}">{}</span>', article.language, direction(article.language), article.title
        )
        others = format_html_join(
            "", '<span class="ed-tag ed-other">{}</span>', ((each,) for each in article.others)
        )
        return format_html("{}{}", title, others)

    @admin.display(description=gettext_lazy("state"))
    def standing(self, article: Any) -> SafeString:
        return badge(article)

    @admin.display(description=gettext_lazy("figures"))
    def figures(self, article: Any) -> SafeString:
        if not article.marks:
            return format_html('<span class="ed-tag">{}</span>', _("none"))
        total = ngettext("%(n)d figure", "%(n)d figures", article.marks) % {"n": article.marks}
        words = state_words()
        loud = [(each, n) for each, n in article.tally.items() if each not in QUIET]
        rows = [
            (render_to_string("admin/components/state.html", {"state": each, "word": f"{n} {words[each]}"}),)
            for each, n in loud
        ]
        return format_html("{}{}", total, format_html_join("", "<br>{}", rows))

    @admin.display(description=gettext_lazy("changed"), ordering="updated_at")
    def changed(self, article: Any) -> SafeString:
        return format_html(
            '<time datetime="{}">{}</time>',
            article.updated_at.isoformat(),
            date_format(localtime(article.updated_at), "DATETIME_FORMAT"),
        )
