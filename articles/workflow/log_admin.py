"""The list of what was done to articles, in the words of its reader. The log is read only."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.workflow.models import Transition
from articles.writing.models import Article


class _VerbFilter(admin.ChoicesFieldListFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("What happened")


@admin.register(Transition)
class TransitionAdmin(admin.ModelAdmin):
    """The log of editorial verbs: read only."""

    list_display = ["when", "happened", "of_article", "of_edition", "who", "why"]
    list_filter = [("verb", _VerbFilter)]
    list_select_related = ["article", "by"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description=_("When"), ordering="at")
    def when(self, entry: Transition) -> datetime:
        return entry.at

    @admin.display(description=_("What happened"), ordering="verb")
    def happened(self, entry: Transition) -> str:
        return entry.get_verb_display()

    @admin.display(description=_("Article"), ordering="article")
    def of_article(self, entry: Transition) -> Article | None:
        return entry.article

    @admin.display(description=_("Edition"), ordering="edition_number")
    def of_edition(self, entry: Transition) -> int | None:
        return entry.edition_number

    @admin.display(description=_("Who"), ordering="by")
    def who(self, entry: Transition) -> Any:
        return entry.by

    @admin.display(description=_("Reason"))
    def why(self, entry: Transition) -> str:
        return entry.reason

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("article__body")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
