"""The pages of readers: the form with its preview, what was received, and the end of mails about answers.

They set no cookie, are never kept by a cache, and need no token of a session: see docs/decisions/replies.md.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.editions.models import Edition
from articles.reading.answering import moved
from articles.reading.looking_up import at_address, withdrawal_at
from articles.replies.forms import ReplyForm
from articles.replies.limits import is_repeated, one_at_a_time, too_much, visitor_address
from articles.replies.models import Reply, Thread
from articles.replies.receiving import from_elsewhere, kept_by_its_reader, too_old, typed, untimely
from articles.replies.thread import takes_replies
from articles.replies.tokens import form_token, reply_of
from articles.replies.verbs import Words, submit


@csrf_exempt
@kept_by_its_reader
@require_http_methods(["GET", "HEAD", "POST"])
def reply_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The form for a reply to an article, or for an answer to the reply in `?to=`."""
    at = timezone.now()
    edition = at_address(Edition.objects.current(at), slug, at).select_related("article").first()
    if edition is None:
        return _no_article(request, slug, at)
    here = f"{edition.get_absolute_url()}reply/"
    if request.method != "POST" and here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    about: dict[str, Any] = {"edition": edition, "section": "articles", "here": here}
    rule = Thread.objects.filter(article=edition.article_id).values_list("rule", flat=True).first()
    if not takes_replies(rule, edition.first_published_at, at):
        closed = {"closed": True, "kept": typed(request)}
        return _page(request, about | closed, 403 if request.method == "POST" else 200)
    if request.method == "POST":
        return _sent(request, about, at)
    about["parent"] = _parent(request, edition)
    return _page(request, about | {"form": ReplyForm(), "sent": "sent" in request.GET}, token_at=at)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_page(request: HttpRequest, token: str) -> HttpResponse:
    """Asks whether to stop the mails about a reply, and stops them. A link that is opened changes nothing."""
    number = reply_of(token)
    if number is None:
        raise Http404
    if request.method == "POST":
        Reply.objects.filter(pk=number).update(notify=False)
    return render(request, "articles/replies/stop.html", {"stopped": request.method == "POST"})


def _sent(request: HttpRequest, about: dict[str, Any], at: datetime) -> HttpResponse:
    """Whatever the answer is, what was typed stands in the form again."""
    again = about | {"form": ReplyForm(request.POST)}
    if from_elsewhere(request):
        problem = _("This form was sent from another site. Read it, then send it from here.")
        return _page(request, again | {"problem": problem}, 403, token_at=at)
    try:
        again["parent"] = parent = _parent(request, about["edition"])
    except Http404:
        problem = _("The reply that you answer is no longer here. You can send yours to the article itself.")
        return _page(request, again | {"problem": problem}, 422, token_at=at)
    return _take(request, again, parent, at)


def _take(request: HttpRequest, again: dict[str, Any], parent: Reply | None, at: datetime) -> HttpResponse:
    form, token, subject = again["form"], request.POST.get("token", ""), _subject(again["edition"])
    problem = too_old(token, subject, at)
    # A form that was opened long enough ago stays so while its mistakes are mended.
    kept = form_token(subject, at) if problem else token
    if not form.is_valid():
        return _page(request, again | {"token": kept}, 422)
    if problem:
        return _page(request, again | {"problem": problem.told, "token": kept}, 422)
    if "preview" in request.POST:
        return _page(request, again | {"preview": form.cleaned_data, "token": token})
    if problem := untimely(token, subject, at):
        return _page(request, again | {"problem": problem.told, "token": problem.token}, 422)
    # Counted and written in one transaction, so that many at once do not pass together.
    with transaction.atomic():
        one_at_a_time(visitor_address())
        return _keep(request, again, parent, at)


def _keep(request: HttpRequest, again: dict[str, Any], parent: Reply | None, at: datetime) -> HttpResponse:
    """Unless it is a repetition or too much."""
    edition, given, address = again["edition"], again["form"].cleaned_data, visitor_address()
    if is_repeated(edition.article_id, given["email"], given["text"], at):
        told = _("This reply was received already. It waits for a moderator or has been decided about.")
        return _page(request, again | {"problem": told}, 409, token_at=at)
    if told := too_much(edition.article_id, address, at):
        return _page(request, again | {"problem": told}, 429, token_at=at)
    words = Words(given["name"], given["email"], given["text"], given["notify"], edition.language)
    try:
        submit(edition.article, words, parent=parent, address=address, at=at)
    except ValidationError as error:
        return _page(request, again | {"problem": " ".join(error.messages)}, 422, token_at=at)
    answer = HttpResponseRedirect(f"{again['here']}?sent")
    answer.status_code = 303
    return answer


def _parent(request: HttpRequest, edition: Edition) -> Reply | None:
    asked = request.POST.get("to") or request.GET.get("to") or ""
    if not (asked.isascii() and asked.isdigit() and len(asked) < 16):
        return None
    answerable = Reply.objects.filter(article=edition.article_id, parent=None, state=Reply.State.APPROVED)
    found: Reply | None = answerable.filter(pk=int(asked)).first()
    if found is None:
        raise Http404(asked)
    return found


def _subject(edition: Edition) -> str:
    return f"reply-{edition.article_id}"


def _page(
    request: HttpRequest, context: dict[str, Any], status: int = 200, *, token_at: datetime | None = None
) -> HttpResponse:
    if token_at:
        context["token"] = form_token(_subject(context["edition"]), token_at)
    context["visitor_days"] = settings.VISITOR_DAYS
    answer = render(request, "articles/replies/form.html", context, status=status)
    if status == 429:
        answer.headers["Retry-After"] = "600"
    return answer


def _no_article(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    gone = withdrawal_at(slug, now=at)
    if gone is None:
        raise Http404(slug)
    context = {"withdrawal": gone, "section": "articles", "kept": typed(request)}
    return render(request, "articles/withdrawn.html", context, status=410)
