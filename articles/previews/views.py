"""`/preview/<token>/`: what somebody without an account is shown, and may write about it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from articles.previews.answering import closed, page
from articles.previews.compiling import preview_of
from articles.previews.forms import CommentForm
from articles.previews.links import closed_because, comment, link_of, log_opening
from articles.previews.models import PreviewLink
from articles.previews.visitors import agent_class, network_of
from articles.revisions.copies import AS_TYPED, snapshot_of
from taxonomy.acting import current_address


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The article of an open link. Any other address is a 404 that says what to do."""
    link, now = link_of(token), timezone.now()
    why = (
        closed_because(link, now) if link else _("There is no such preview. Check that the link is complete.")
    )
    if link is None or why:
        return closed(render(request, "articles/preview/closed.html", {"why": why}, status=404))
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _commented(request, link, form):
        return closed(redirect("preview", token))
    if request.method == "GET":
        agent = agent_class(request.headers.get("User-Agent", ""))
        log_opening(link, network=_network(), agent=agent, at=now)
    copy = link.revision.snapshot if link.revision else snapshot_of(link.article)
    edition, compiled = preview_of({k: v for k, v in copy.items() if k != AS_TYPED}, link.article, now)
    shown: dict[str, Any] = {"link": link, "form": form}
    return page(request, edition, compiled, shown)


def _commented(request: HttpRequest, link: PreviewLink, form: CommentForm) -> bool:
    """Keep what was written. Programs that fill every field are thanked, and nothing is kept."""
    if not form.by_a_program:
        given = form.cleaned_data
        try:
            comment(link, name=given["name"], text=given["text"], network=_network(), at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
            return False
    messages.success(request, _("Thank you. The newsroom has your comment."))
    return True


def _network() -> str:
    return network_of(current_address() or "")
