"""Who may open, write, and restore: one question for every address of this slice."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.workflow import permissions
from articles.writing.models import Article


def refusal(user: Any, verb: str, article: Article | None) -> str:
    """Why somebody may not do this, in a sentence; empty if they may. None: to begin one."""
    if article is not None:
        return permissions.refusal(user, verb, article)
    return "" if user.has_perm("articles.add_article") else _("You may not begin articles.")


def article_for(request: HttpRequest, pk: int, verb: str) -> Article:
    """The article, for somebody who may.

    Raises:
        PermissionDenied: they may not; the sentence says why.
        Http404: there is none that concerns them.
    """
    return permissions.article_for(request.user, verb, pk)
