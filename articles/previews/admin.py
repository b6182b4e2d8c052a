"""Previews in the admin: of the unsaved form, of the saved copy; preview links, their openings and comments."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.previews.answering import framed, page
from articles.previews.compiling import preview_of
from articles.previews.forms import LinkForm
from articles.previews.links import make_link, mark_read, revoke, token_of
from articles.previews.models import OutsideComment, PreviewLink, PreviewOpening
from articles.revisions.access import article_for, refusal
from articles.revisions.copies import snapshot_of
from articles.revisions.posted import copy_posted
from articles.writing.models import Article

MOST_OPENINGS, MOST_COMMENTS = 10, 50


def addresses(site: AdminSite) -> list[URLPattern]:
    """The addresses of this slice, below an article's own."""
    views: list[tuple[str, Any, str]] = [
        ("preview/", preview_form, "preview_new"),
        ("<int:pk>/preview/", preview_form, "preview"),
        ("<int:pk>/links/", new_link, "new_link"),
        ("<int:pk>/links/<int:link>/revoke/", revoke_link, "revoke_link"),
        ("<int:pk>/comments/<int:number>/read/", comment_read, "comment_read"),
    ]
    return [
        path(route, site.admin_view(view), name=f"articles_article_{name}") for route, view, name in views
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def preview_form(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """GET: the saved copy, empty for a new article. POST: the posted form, which is not stored."""
    if pk is None and refusal(request.user, "add", None):
        raise PermissionDenied
    article = article_for(request, pk, "view") if pk else None
    stored = snapshot_of(article) if article else {}
    try:
        posted = copy_posted(request.POST, request.user) if request.method == "POST" else {}
        edition, compiled = preview_of({**stored, **posted}, article, timezone.now())
    except ValidationError as error:
        return framed(HttpResponse(" ".join(error.messages), content_type="text/plain", status=413))
    return framed(page(request, edition, compiled, {}))


@require_POST
def new_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a preview link."""
    article_for(request, pk, "edit")
    form, person = LinkForm(request.POST), request.user
    if not form.is_valid():
        messages.error(request, " ".join(str(told) for field in form.errors.values() for told in field))
        return _back(pk)
    given = form.cleaned_data
    try:
        make_link(
            pk, by=person if person.is_authenticated else None, at=timezone.now(), days=given["days"],
            note=given["note"], revision=given["revision"],
        )  # fmt: skip
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The link is ready. Copy it from the list."))
    return _back(pk)


@require_POST
def revoke_link(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Close a link of this article."""
    article_for(request, pk, "edit")
    person: Any = request.user
    found = get_object_or_404(PreviewLink.objects.select_related("article"), pk=link, article=pk)
    revoke(found, by=person, at=timezone.now())
    messages.success(request, _("The link is closed. Who opens it is told so."))
    return _back(pk)


@require_POST
def comment_read(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Mark an outside reader's comment as read."""
    article_for(request, pk, "edit")
    get_object_or_404(OutsideComment, pk=number, article=pk)
    person: Any = request.user
    mark_read(pk, number, by=person, at=timezone.now())
    return redirect(reverse("admin:articles_article_change", args=[pk]) + "#outside")


def _back(pk: int) -> HttpResponse:
    return redirect(reverse("admin:articles_article_change", args=[pk]) + "#preview-links")


def links_panel(article: Article | None, request: HttpRequest) -> dict[str, Any]:
    """The context `previews` of the form's partials. Three queries for a stored article."""
    if article is None or not article.pk:
        return {"url": reverse("admin:articles_article_preview_new")}
    now = timezone.now()
    shown = Prefetch("openings", PreviewOpening.objects.all()[:MOST_OPENINGS], to_attr="latest")
    links = list(
        PreviewLink.objects.filter(article=article.pk)
        .select_related("revision")
        .annotate(opened=Count("openings"))
        .prefetch_related(shown)[:20]
    )
    comments = list(
        OutsideComment.objects.filter(article=article.pk).select_related("link", "read_by")[:MOST_COMMENTS]
    )
    return {
        "url": reverse("admin:articles_article_preview", args=[article.pk]),
        "links": [_told(link, request, now) for link in links],
        "form": LinkForm(),
        "comments": comments,
        "unread": sum(1 for each in comments if each.read_at is None),
    }


def _told(link: Any, request: HttpRequest, now: Any) -> dict[str, Any]:
    return {
        "link": link,
        "address": request.build_absolute_uri(reverse("preview", args=[token_of(link)])),
        "open": link.revoked_at is None and link.expires_at > now,
        "openings": link.latest,
        "count": link.opened,
    }
