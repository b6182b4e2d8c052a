"""Pages of the verbs on one keyword: move in the tree, retire, undo a merge. Verbs are POST only."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from taxonomy import standing
from taxonomy.change_log import KeywordChange
from taxonomy.forms import MoveForm, RetireForm
from taxonomy.models import Keyword
from taxonomy.unmerging import undo_merge, why_not

PAGE = "admin:taxonomy_keyword_change"
MOST_ENTRIES = 200


def addresses(page: ModelAdmin) -> list[URLPattern]:
    """The addresses of the verbs, below the keyword's own."""
    site = page.admin_site

    def view(of: Any) -> Any:
        def answer(request: HttpRequest, pk: int) -> HttpResponse:
            if not page.has_change_permission(request):
                raise PermissionDenied
            answered: HttpResponse = of(page, request, pk)
            return answered

        return site.admin_view(answer)

    return [
        path("<int:pk>/move/", view(_move), name="taxonomy_keyword_move"),
        path("<int:pk>/retire/", view(_retire), name="taxonomy_keyword_retire"),
        path("merges/<int:pk>/undo/", view(_undo), name="taxonomy_keyword_undo_merge"),
    ]


def _move(page: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    keyword = get_object_or_404(Keyword.objects.select_related("parent"), pk=pk)
    form = MoveForm(request.POST or None, initial={"below": keyword.parent_id})

    def act() -> str:
        moved = standing.move(
            keyword, below=form.cleaned_data["below"], by=_person(request), at=timezone.now()
        )
        return _("Moved.") if moved else _("It stands there already.")

    told = _("The keyword and everything below it moves. Nothing else changes.")
    return _answer(page, request, keyword, form, act, title=_("Move in the tree"), told=told, verb=_("Move"))


def _retire(page: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    keyword = get_object_or_404(Keyword, pk=pk)
    form = RetireForm(request.POST or None)

    def act() -> str:
        standing.retire(
            keyword, replaced_by=form.cleaned_data["replaced_by"], by=_person(request), at=timezone.now()
        )
        return _("The keyword is out of use.")

    told = _("A retired keyword stays where it is used and is not offered any more.")
    return _answer(page, request, keyword, form, act, title=_("Retire"), told=told, verb=_("Retire"))


def _undo(page: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(KeywordChange.objects.select_related("by"), pk=pk)
    keyword = get_object_or_404(Keyword, pk=change.keyword_id)
    form = Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        undo_merge(change, by=_person(request), at=timezone.now())
        return _("“%(name)s” is in use again.") % {"name": keyword.name}

    told = _("“%(name)s” gets back its labels, its address and everything that carried it.") % {
        "name": keyword.name
    }
    words = {"title": _("Undo the merge"), "told": told, "verb": _("Undo the merge")}
    return _answer(page, request, keyword, form, act, refusal=why_not(change), **words)


def _answer(
    page: ModelAdmin, request: HttpRequest, keyword: Keyword, form: Any, act: Any, **context: Any
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            said = act()
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            page.message_user(request, said, messages.SUCCESS)
            return redirect(PAGE, keyword.pk)
    shared = {
        **page.admin_site.each_context(request),
        "opts": Keyword._meta,
        "keyword": keyword,
        "form": form,
        "media": page.media + form.media,
    }
    return TemplateResponse(request, "admin/taxonomy/keyword/verb.html", {**shared, **context})


def merges_of(keyword: Keyword) -> list[KeywordChange]:
    """The latest merge into or of a keyword, if it has not been undone."""
    merges = KeywordChange.objects.filter(verb=KeywordChange.Verb.MERGE, undone_by=None)
    return list(merges.filter(Q(keyword=keyword) | Q(other=keyword)).order_by("-pk")[:1])


def history_of(object_id: str, request: HttpRequest) -> dict[str, Any]:
    """What Django's history page lists: its own entries and our verbs, oldest first."""
    if not (object_id.isdecimal() and len(object_id) < 18):
        return {}
    edits = LogEntry.objects.filter(object_id=object_id, content_type__app_label="taxonomy")
    edits = edits.filter(content_type__model="keyword").select_related("user").order_by("-action_time")
    verbs = KeywordChange.objects.filter(keyword=int(object_id)).select_related("by")
    rows: list[Any] = [*edits[:MOST_ENTRIES], *verbs[:MOST_ENTRIES]]
    rows.sort(key=lambda row: row.action_time)
    pages = Paginator(rows, 100)
    page = pages.get_page(request.GET.get("p"))
    return {"action_list": page, "page_range": pages.get_elided_page_range(page.number), "page_var": "p"}


def _person(request: HttpRequest) -> Any:
    return request.user
