"""Revisions of a working copy: compare one with the present text."""

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.revisions.models import Revision
from articles.workflow.permissions import article_for
from articles.writing.comparing import differences
from articles.writing.models import Article


def addresses(site: AdminSite) -> list[URLPattern]:
    """The address of one revision, below the article's own."""
    return [
        path(
            "<int:pk>/revisions/<int:version>/",
            site.admin_view(revision_page),
            name="articles_article_revision",
        )
    ]


@require_safe
def revision_page(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """What has changed from one revision to the present working copy."""
    article = article_for(request.user, "view", pk)
    revision = get_object_or_404(Revision.objects.select_related("saved_by"), article=pk, version=version)
    context = {
        **admin.site.each_context(request),
        "title": _("Revision %(n)d") % {"n": version},
        "article": article,
        "opts": Article._meta,
        "revision": revision,
        "changes": differences(revision.snapshot, article),
    }
    return TemplateResponse(request, "admin/articles/article/revision.html", context)
