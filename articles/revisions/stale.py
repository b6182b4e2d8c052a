"""A save that comes too late: the text is kept aside, and the writer is led to both texts side by side."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from articles.revisions.access import refusal
from articles.revisions.posted import copy_posted, writing_of
from articles.revisions.saving import keep_aside, version_written_on
from articles.writing.models import Article


def is_stale(request: HttpRequest, object_id: str) -> bool:
    """Whether somebody saved since the posted form was opened. A body that is too long is the form's business."""
    article = Article.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
    if article is None or refusal(request.user, "edit", article):
        return False
    if version_written_on(article.pk, writing_of(request.POST)) == article.version:
        return False
    try:
        copy_posted(request.POST, request.user)
    except ValidationError:
        return False
    return True


def refused(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was posted, and show it beside what is stored.

    Raises:
        PermissionDenied: the person may not write this article.
    """
    if told := refusal(request.user, "edit", Article.objects.get(pk=pk)):
        raise PermissionDenied(told)
    person: Any = request.user
    aside = keep_aside(
        pk,
        copy_posted(request.POST, request.user),
        by=person,
        at=timezone.now(),
        writing=writing_of(request.POST),
    )
    return redirect("admin:articles_article_merge", pk, aside.number)
