"""“Write a correction”: one click from a figure that stopped being true to the page for publishing."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.editions.models import Edition
from articles.workflow.correcting import Begun, UnpublishedChanges, start_correction
from articles.workflow.permissions import article_for, refusal
from articles.writing.comparing import differences
from articles.writing.models import Article

FORM = "admin:articles_article_change"
PUBLISH = "admin:articles_article_publish"
MOST_FIGURES = 1000


def addresses(site: AdminSite) -> list[URLPattern]:
    """The address of the verb, below the article's own."""
    return [path("<int:pk>/correct/", site.admin_view(correct), name="articles_article_correct")]


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the newer figures in, then go where they are published.

    Fields: `figures` (numbers), `edition` (the one that was looked at), `over_changes`.
    """
    article = article_for(request.user, "edit", pk)
    person: Any = request.user
    try:
        begun = start_correction(
            article,
            by=person,
            at=timezone.now(),
            figures=_asked(request),
            over_changes=request.POST.get("over_changes") == "1",
            seen=_seen(request),
        )
    except UnpublishedChanges:
        return _ask(request, article)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(FORM, pk)
    _say(request, begun)
    return redirect(FORM if refusal(person, "publish", article) else PUBLISH, pk)


def _seen(request: HttpRequest) -> int | None:
    number = request.POST.get("edition", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else None


def _asked(request: HttpRequest) -> list[int] | None:
    numbers = request.POST.getlist("figures")[:MOST_FIGURES]
    return [int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 6] if numbers else None


def _ask(request: HttpRequest, article: Article) -> HttpResponse:
    live = Edition.objects.current(timezone.now()).filter(article=article.pk).first()
    context = {
        **admin.site.each_context(request),
        "title": _("Write a correction"),
        "opts": Article._meta,
        "article": article,
        "live": live,
        "changes": differences(live, article) if live else [],
        "figures": _asked(request) or [],
        "seen": _seen(request),
    }
    return TemplateResponse(request, "admin/articles/article/correct.html", context, status=409)


def _say(request: HttpRequest, begun: Begun) -> None:
    n = len(begun.put)
    told = ngettext(
        "%(n)d newer figure is in the text. Read it, then publish.",
        "%(n)d newer figures are in the text. Read it, then publish.",
        n,
    )
    messages.success(request, told % {"n": n})
    if begun.left:
        told = _("These figures have to be written by hand: %(figures)s.")
        messages.warning(request, told % {"figures": "; ".join(each.before for each in begun.left)})
