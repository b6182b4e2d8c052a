"""Two texts side by side, and what they come to: each question answered by a choice. Works without script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.comparison.redline import Piece, redline
from articles.figures.marks import plain_text
from articles.revisions.access import article_for
from articles.revisions.copies import snapshot_of
from articles.revisions.labels import label, readable
from articles.revisions.models import Revision
from articles.revisions.posted import writing_of
from articles.revisions.proposing import Part, proposal, resolved, unanswered
from articles.revisions.saving import StaleSave, Writing, base_of, settle
from articles.revisions.storing import store_copy
from articles.writing.models import Article

FORM = "admin:articles_article_change"


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of the proposal as the page shows it: settled lines, or a question with both answers."""

    lines: list[str]
    key: str
    mine: list[str]
    theirs: list[str]
    mine_marked: list[Piece]
    theirs_marked: list[Piece]
    chosen: str


@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Bring a text that was kept aside together with the working copy."""
    article = article_for(request, pk, "edit")
    aside = Revision.objects.filter(article=pk, number=number, kind=Revision.Kind.ASIDE).first()
    if aside is None:
        raise Http404(number)
    if request.method == "POST" and "_put_away" in request.POST:
        settle(aside, at=timezone.now())
        messages.success(request, _("Your text is put away. It stays in the history."))
        return redirect(FORM, pk)
    theirs = snapshot_of(article)
    parts = proposal(base_of(pk, aside.version or None), aside.snapshot, theirs)
    open_questions: list[str] = []
    if request.method == "POST":
        open_questions = unanswered(parts, request.POST.dict())
        if not open_questions:
            answer = _save(request, aside, parts)
            if answer is not None:
                return answer
            return redirect("admin:articles_article_merge", pk, number)
    return _page(request, article, aside, parts, open_questions)


def _save(request: HttpRequest, aside: Revision, parts: list[Part]) -> HttpResponse | None:
    """Store what the answers come to. None if somebody saved meanwhile: the page is then shown anew."""
    person: Any = request.user
    copy, now = resolved(parts, request.POST.dict()), timezone.now()
    version = Writing(writing_of(request.POST).version)
    try:
        store_copy(aside.article_id, copy, by=person, at=now, writing=version, kind=Revision.Kind.MERGE)
    except StaleSave:
        told = _("Somebody saved again meanwhile. Nothing was saved now; here is what the texts come to now.")
        messages.warning(request, told)
        return None
    settle(aside, at=now)
    messages.success(request, _("Both texts are brought together and saved."))
    return redirect(FORM, aside.article_id)


def _page(
    request: HttpRequest, article: Article, aside: Revision, parts: list[Part], missing: list[str]
) -> HttpResponse:
    newest = Revision.objects.filter(article=article.pk).exclude(kind=Revision.Kind.ASIDE).first()
    context = {
        **admin.site.each_context(request),
        "title": _("Two texts"),
        "article": article,
        "opts": Article._meta,
        "aside": aside,
        "newest": newest,
        "parts": [_shown(part, request.POST) for part in parts if part.taken != "same"],
        "questions": sum(1 for part in parts for piece in part.pieces if piece.conflict),
        "missing": missing,
        "stored": _whole(snapshot_of(article)),
        "kept": _whole(aside.snapshot),
    }
    return TemplateResponse(request, "admin/articles/article/merge.html", context)


def _whole(copy: Mapping[str, Any]) -> dict[str, str]:
    return {
        "title": str(copy.get("title") or ""),
        "standfirst": str(copy.get("standfirst") or ""),
        "text": plain_text(str(copy.get("body") or "")),
    }


def _shown(part: Part, chosen: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": part.name,
        "label": label(part.name),
        "taken": part.taken,
        "asks": part.asks,
        "both": part.name == "body",
        "pieces": [_piece(part.name, piece, chosen) for piece in part.pieces],
    }


def _piece(name: str, piece: Any, chosen: Mapping[str, str]) -> Shown:
    if piece.conflict is None:
        return Shown(readable(name, piece.lines), "", [], [], [], [], "")
    base, mine, theirs = (
        readable(name, lines) for lines in (piece.conflict.base, piece.conflict.mine, piece.conflict.theirs)
    )
    was = "\n".join(base)
    return Shown(
        [], piece.key, mine, theirs,
        redline(was, "\n".join(mine)), redline(was, "\n".join(theirs)), chosen.get(piece.key, ""),
    )  # fmt: skip
