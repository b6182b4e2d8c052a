"""Addresses beside the list of articles: keep and drop a view, take the list as a file."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.listing.keeping import canonical, drop, keep
from articles.listing.models import SavedView

LIST = "admin:articles_article_changelist"
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
    """The filtered list as CSV or XLSX: `?file=csv` and the filters of the list."""
    _reader_of_the_list(request)
    form = request.GET.get("file", "csv")
    if form not in TYPES:
        messages.error(request, _("Choose CSV or XLSX."))
        return HttpResponseRedirect(reverse(LIST))
    asked = request.GET.copy()
    asked.pop("file", None)
    request.GET = asked  # type: ignore[assignment]
    # Read when somebody exports: the libraries behind it would weigh on every worker.
    most, exported = (import_string(f"articles.listing.exporting.{name}") for name in ("MOST", "exported"))
    of_articles = admin.site.get_model_admin(import_string("articles.writing.models.Article"))
    found = of_articles.get_changelist_instance(request).get_queryset(request)
    if found[: most + 1].count() > most:
        told = _("A file holds at most %(n)d articles. Filter the list first.") % {"n": most}
        messages.error(request, told)
        return HttpResponseRedirect(f"{reverse(LIST)}?{asked.urlencode()}")
    answer = HttpResponse(exported(found, form), content_type=TYPES[form])
    day = timezone.localdate()
    answer["Content-Disposition"] = f'attachment; filename="articles-{day}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def views_for(request: HttpRequest) -> dict[str, Any]:
    """What the list shows of views: those offered, which one is in use, and the query to keep."""
    query = canonical(request.GET.urlencode())
    offered = list(SavedView.objects.offered_to(request.user).select_related("owner"))
    return {"views": offered, "query": query, "in_use": next((v for v in offered if v.query == query), None)}
