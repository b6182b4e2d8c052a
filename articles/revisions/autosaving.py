"""Saving while somebody writes. Answers are JSON with one sentence for the sticky bar."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from articles.revisions.access import refusal
from articles.revisions.labels import label
from articles.revisions.models import Revision
from articles.revisions.posted import copy_posted, writing_of
from articles.revisions.saving import StaleSave, is_late, keep_aside, today_or_before
from articles.revisions.storing import Saved, autosave_copy, start_draft
from articles.writing.models import Article

MOST_BYTES = 3 * 1024 * 1024


@csrf_exempt
@require_POST
def autosave(request: HttpRequest, pk: int | None = None) -> Any:
    """Save the posted form as the working copy. Publishes nothing, changes no state.

    The size is looked at before the token, which could only be found by reading everything that was sent.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        told = _("The text is too long to be saved. Split it into several articles.")
        return JsonResponse({"state": "refused", "said": told}, status=413)
    return _protected(request, pk)


@csrf_protect
def _protected(request: HttpRequest, pk: int | None) -> JsonResponse:
    article = Article.objects.known_to(request.user).filter(pk=pk).first() if pk else None
    if pk and article is None:
        told = _("This article is gone. Copy your text into a new one.")
        return JsonResponse({"state": "refused", "said": told}, status=404)
    if told := refusal(request.user, "edit" if article else "add", article):
        return JsonResponse({"state": "refused", "said": told}, status=403)
    try:
        return _saved(request, article)
    except ValidationError as error:
        return JsonResponse({"state": "refused", "said": " ".join(error.messages)}, status=413)


def _saved(request: HttpRequest, article: Article | None) -> JsonResponse:
    person: Any = request.user
    copy, writing, now = copy_posted(request.POST, request.user), writing_of(request.POST), timezone.now()
    try:
        if article is None:
            saved = start_draft(copy, by=person, at=now, writing=writing)
        else:
            saved = autosave_copy(article.pk, copy, by=person, at=now, writing=writing)
    except StaleSave:
        if article and is_late(article.pk, writing):
            return JsonResponse({"state": "late"})
        number = article.pk if article else 0
        aside = keep_aside(number, copy, by=person, at=now, writing=writing)
        return JsonResponse(_conflict(number, aside), status=409)
    return JsonResponse(_answer(saved))


def _answer(saved: Saved) -> dict[str, Any]:
    pk, when = saved.article.pk, today_or_before(saved.revision.saved_at)
    told = [f"{label(name)}: {why}" for name, why in saved.told.items()]
    said = _("Saved %(time)s") % {"time": when}
    return {
        "state": "saved",
        "said": said,
        "but": _("Kept in the history only: %(fields)s") % {"fields": " ".join(told)} if told else "",
        "version": saved.article.version,
        "slug": saved.article.slug,
        "change": reverse("admin:articles_article_change", args=[pk]),
        "autosave": reverse("admin:articles_article_autosave", args=[pk]),
        "preview": reverse("admin:articles_article_preview", args=[pk]),
        "presence": reverse("admin:articles_article_presence", args=[pk]),
    }


def _conflict(article: int, aside: Revision) -> dict[str, Any]:
    newest = Revision.objects.filter(article=article).exclude(kind=Revision.Kind.ASIDE).first()
    who = newest.saved_by if newest else None
    name = (who.get_full_name() or who.get_username()) if who else _("Somebody")
    when = today_or_before(newest.saved_at if newest else aside.saved_at)
    said = _("%(name)s saved this article at %(time)s. Your text is kept aside, not saved into it.")
    return {
        "state": "conflict",
        "said": said % {"name": name, "time": when},
        "merge": reverse("admin:articles_article_merge", args=[article, aside.number]),
    }
