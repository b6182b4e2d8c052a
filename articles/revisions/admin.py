"""The addresses of revisions below an article's own: autosave, presence, merge, compare, restore."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.presence.admin import presence
from articles.revisions.access import article_for, refusal
from articles.revisions.autosaving import autosave
from articles.revisions.comparing import Side, comparison, side
from articles.revisions.labels import label
from articles.revisions.merge_page import merge_page
from articles.revisions.models import Revision
from articles.revisions.posted import writing_of
from articles.revisions.saving import StaleSave
from articles.revisions.storing import restore_revision
from articles.writing.models import Article


def addresses(site: AdminSite) -> list[URLPattern]:
    """The addresses of this slice."""
    views: list[tuple[str, Any, str]] = [
        ("autosave/", autosave, "start"),
        ("<int:pk>/autosave/", autosave, "autosave"),
        ("<int:pk>/presence/", presence, "presence"),
        ("<int:pk>/merge/<int:number>/", merge_page, "merge"),
        ("<int:pk>/compare/", compare_page, "compare"),
        ("<int:pk>/revisions/<int:number>/", revision_page, "revision"),
        ("<int:pk>/revisions/<int:number>/restore/", restore, "restore"),
    ]
    return [
        path(route, site.admin_view(view), name=f"articles_article_{name}") for route, view, name in views
    ]


@require_safe
def compare_page(request: HttpRequest, pk: int) -> HttpResponse:
    """`?from=r12&to=e3`: any two revisions or editions of this article, or `now`. The address can be kept."""
    article = article_for(request, pk, "view")
    before, after = (side(article, request.GET.get(name, "now")) for name in ("from", "to"))
    if before is None or after is None:
        raise Http404(_("This article has no such revision or edition."))
    return _compared(request, article, before, after)


@require_safe
def revision_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What has changed from one revision to the present working copy, and the way back to it."""
    article = article_for(request, pk, "view")
    before, after = side(article, f"r{number}"), side(article, "now")
    if before is None or after is None:
        raise Http404(number)
    return _compared(request, article, before, after)


def _compared(request: HttpRequest, article: Article, before: Side, after: Side) -> HttpResponse:
    compared = comparison(before, after)
    context = {
        **admin.site.each_context(request),
        "title": _("%(before)s and %(after)s") % {"before": before.title, "after": after.title},
        "article": article,
        "opts": Article._meta,
        "before": before,
        "after": after,
        "compared": compared,
        "tables": [
            (_("Figures"), compared.figures),
            (_("Keywords"), compared.keywords),
            (_("Citation and address"), compared.citation),
        ],
        "may_restore": not refusal(request.user, "edit", article),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


@require_POST
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Make a revision the working copy, if nobody saved since the difference was shown."""
    article_for(request, pk, "edit")
    get_object_or_404(Revision, article=pk, number=number)
    person: Any = request.user
    version = writing_of(request.POST).version
    try:
        saved = restore_revision(pk, number, by=person, at=timezone.now(), expected=version or 0)
    except StaleSave:
        messages.warning(
            request, _("Somebody saved this article meanwhile. Look at the difference again, then restore.")
        )
        return redirect("admin:articles_article_revision", pk, number)
    told = _("Revision %(n)d is the working copy again. What stood here before is in the history.")
    messages.success(request, told % {"n": number})
    for name, why in saved.told.items():
        messages.warning(request, f"{label(name)}: {why}")
    return redirect("admin:articles_article_change", pk)
