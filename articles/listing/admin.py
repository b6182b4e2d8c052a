"""Addresses beside the list of articles: keep and drop a view, take the list as a file."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.listing import columns
from articles.listing.keeping import canonical, drop, keep
from articles.listing.models import SavedView

LIST = "admin:articles_article_changelist"
# A hundred tabs are more than anybody looks through.
MOST_OFFERED = 100
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def addresses(site: admin.AdminSite) -> list[URLPattern]:
    """The addresses of this slice, for the admin of articles."""
    wrap = site.admin_view
    return [
        path("views/keep/", wrap(keep_view), name="articles_article_keep_view"),
        path("views/<int:pk>/drop/", wrap(drop_view), name="articles_article_drop_view"),
        path("export/", wrap(export), name="articles_article_export"),
    ]


def _reader_of_the_list(request: HttpRequest) -> Any:
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    return request.user


@require_POST
def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep the list as it stands under a name."""
    person = _reader_of_the_list(request)
    query = canonical(request.POST.get("query", ""))
    try:
        view = keep(
            person, name=request.POST.get("name", ""), query=query, shared=request.POST.get("shared") == "on"
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The view “%(name)s” is kept.") % {"name": view.name})
    return HttpResponseRedirect(f"{reverse(LIST)}?{query}")


@require_POST
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop one of one's own views."""
    if drop(_reader_of_the_list(request), pk):
        messages.success(request, _("The view is dropped. The articles stay as they are."))
    else:
        messages.error(request, _("You keep no such view."))
    return HttpResponseRedirect(reverse(LIST))


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The filtered list as CSV or XLSX: `?file=csv`, the filters and the columns of the list."""
    _reader_of_the_list(request)
    form = request.GET.get("file", "csv")
    asked = request.GET.copy()
    asked.pop("file", None)
    if form not in TYPES:
        return _back(request, _("Choose CSV or XLSX."))
    request.GET = asked  # type: ignore[assignment]
    of_articles = admin.site.get_model_admin(import_string("articles.writing.models.Article"))
    try:
        found = of_articles.get_changelist_instance(request).get_queryset(request)
    except IncorrectLookupParameters:
        return _back(request, _("A filter cannot be read. Choose it again."))
    # Read when somebody exports: the libraries behind it would weigh on every worker.
    most, exported = (import_string(f"articles.listing.exporting.{name}") for name in ("MOST", "exported"))
    if found[: most + 1].count() > most:
        told = _("A file holds at most %(n)d articles. Filter the list first.") % {"n": most}
        return _back(request, told, asked.urlencode())
    chosen = columns.chosen(asked) if columns.COLUMNS in asked else ()
    answer = HttpResponse(exported(found, form, chosen), content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="articles-{timezone.localdate()}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _back(request: HttpRequest, told: str, query: str = "") -> HttpResponse:
    messages.error(request, told)
    return HttpResponseRedirect(f"{reverse(LIST)}?{query}" if query else reverse(LIST))


def views_for(request: HttpRequest) -> dict[str, Any]:
    """What the list shows of views: those offered, which one is in use, and the query to keep."""
    query = canonical(request.GET.urlencode())
    offered = list(SavedView.objects.offered_to(request.user).select_related("owner")[:MOST_OFFERED])
    return {"views": offered, "query": query, "in_use": next((v for v in offered if v.query == query), None)}
