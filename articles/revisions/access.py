"""Who may open, write, and restore: one question for every address of this slice."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.writing.models import Article


def refusal(user: Any, verb: str, article: Article | None) -> str:
    """Why somebody may not `view`, `edit` or `add`, in a sentence; empty if they may."""
    needed = {
        "view": "articles.view_article",
        "edit": "articles.change_article",
        "add": "articles.add_article",
    }
    if not user.has_perm(needed[verb]):
        return _("You may not do this with this article.")
    if verb == "edit" and getattr(article, "trashed_at", None):
        return _("The article is in the trash. Restore it first, then write.")
    return ""


def article_for(request: HttpRequest, pk: int, verb: str) -> Article:
    """The article, for somebody who may.

    Raises:
        PermissionDenied: they may not; the sentence says why.
        Http404: there is no such article.
    """
    asked = get_object_or_404(Article.objects.select_related("publication", "translation_of"), pk=pk)
    if told := refusal(request.user, verb, asked):
        raise PermissionDenied(told)
    return asked
