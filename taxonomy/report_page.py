"""The report on keywords: unused, looking alike, candidates; and the page of one merge that it links to."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from taxonomy import hygiene, standing
from taxonomy.merge_page import merge_page
from taxonomy.models import Keyword
from taxonomy.uses import with_counts

ON_A_PAGE = 100
SHOWN = {
    "candidates": gettext_lazy("Candidates"),
    "alike": gettext_lazy("Look alike"),
    "unused": gettext_lazy("Unused"),
}
VERBS = {"accept": standing.accept, "deprecate": standing.deprecate}


def addresses(page: ModelAdmin) -> list[URLPattern]:
    """The addresses of the report and of one merge."""
    wrap = page.admin_site.admin_view

    @require_http_methods(["GET", "HEAD", "POST"])
    def report(request: HttpRequest) -> HttpResponse:
        return _report(page, request)

    @require_safe
    def merge(request: HttpRequest, pk: int) -> HttpResponse:
        return _merge(page, request, pk)

    return [
        path("report/", wrap(report), name="taxonomy_keyword_report"),
        path("<int:pk>/merge/", wrap(merge), name="taxonomy_keyword_merge"),
    ]


def _report(page: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """One of the three lists, `?show=`; a POST accepts or deprecates what was ticked in it."""
    if not page.has_view_permission(request):
        raise PermissionDenied
    show = request.GET.get("show", "candidates")
    if show not in SHOWN:
        raise Http404
    if request.method == "POST":
        return _decide(page, request, show)
    now = timezone.now()
    rows: Any = hygiene.alike(now) if show == "alike" else _keywords(show)
    pages = Paginator(rows, ON_A_PAGE)
    found = pages.get_page(request.GET.get("p"))
    context = {
        **page.admin_site.each_context(request),
        "title": _("Keyword report"),
        "opts": Keyword._meta,
        "show": show,
        "tabs": SHOWN.items(),
        "most_pairs": hygiene.MOST_PAIRS,
        "page": found,
        "page_range": pages.get_elided_page_range(found.number),
        "may_change": page.has_change_permission(request),
    }
    return TemplateResponse(request, "admin/taxonomy/keyword/report.html", context)


def _keywords(show: str) -> QuerySet[Keyword]:
    now = timezone.now()
    return hygiene.candidates(now) if show == "candidates" else with_counts(hygiene.unused(), now)


def _decide(page: ModelAdmin, request: HttpRequest, show: str) -> HttpResponse:
    verb = request.POST.get("verb", "")
    if not page.has_change_permission(request):
        raise PermissionDenied
    if verb not in VERBS:
        raise Http404
    given = [pk for pk in request.POST.getlist("keyword")[:ON_A_PAGE] if pk.isascii() and pk.isdigit()]
    chosen = Keyword.objects.filter(pk__in=[int(pk) for pk in given if len(pk) < 18])
    person: Any = request.user
    changed = VERBS[verb](chosen, by=person, at=timezone.now())
    if not changed:
        page.message_user(request, _("Nothing had to be changed."), messages.WARNING)
    else:
        told = _("Accepted: %s.") if verb == "accept" else _("Deprecated: %s.")
        page.message_user(request, told % ", ".join(each.name for each in changed), messages.SUCCESS)
    return redirect(f"{reverse('admin:taxonomy_keyword_report')}?show={show}")


def _merge(page: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """What merging this keyword into `?into=` changes, with the button that does it."""
    if not page.has_change_permission(request):
        raise PermissionDenied
    chosen = Keyword.objects.filter(pk=pk, replaced_by=None)
    answer = merge_page(page, request, chosen) if chosen.exists() else None
    if answer is None:
        raise Http404
    return answer
