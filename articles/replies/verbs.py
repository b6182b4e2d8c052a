"""What happens to replies: each verb one transaction and one row of the log."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.replies.mailing import tell_of_answer
from articles.replies.models import HoldWord, Reply, ReplyEvent
from articles.replies.thread import compile_thread
from articles.replies.wording import reasons_to_look

MOST_WORDS = 1000


@dataclass(frozen=True, slots=True)
class Words:
    """What a visitor filled in, cleaned and checked."""

    name: str
    email: str
    text: str
    notify: bool = False
    language: str = "en"


@transaction.atomic
def submit(
    article: Any, words: Words, *, at: datetime, parent: Reply | None = None, address: str | None = None
) -> Reply:
    """Take a reply; it waits for a moderator.

    Raises:
        ValidationError: it answers an answer, or something that is not public.
    """
    if parent and (
        parent.article_id != article.pk or parent.parent_id or parent.state != Reply.State.APPROVED
    ):
        raise ValidationError(_("The reply that you answer is no longer here."), code="no-parent")
    listed = HoldWord.objects.values_list("word", flat=True)[:MOST_WORDS]
    reply = Reply.objects.create(
        article=article, parent=parent, address=address, created_at=at,
        reasons=reasons_to_look(f"{words.name}\n{words.text}", listed),
        name=words.name, email=words.email, text=words.text, notify=words.notify, language=words.language,
    )  # fmt: skip
    _log(reply, "submit", None, at, address)
    return reply


def approve(reply: Reply, *, by: Any, at: datetime) -> bool:
    """Show it to readers, and tell the author of the reply that it answers, once, if they asked for it.

    Raises:
        ValidationError: it answers a reply that is not approved, or its author had it erased.
    """
    parent = reply.parent
    if parent and parent.state != Reply.State.APPROVED:
        raise ValidationError(_("Approve the reply that it answers first."), code="parent-waits")
    return _decide(reply, Reply.State.APPROVED, "approve", by, at)


def reject(reply: Reply, *, by: Any, at: datetime) -> bool:
    """Do not show it."""
    return _decide(reply, Reply.State.REJECTED, "reject", by, at)


def mark_spam(reply: Reply, *, by: Any, at: datetime) -> bool:
    """Do not show it: it is advertising."""
    return _decide(reply, Reply.State.SPAM, "mark_spam", by, at)


@transaction.atomic
def erase(reply: Reply, *, by: Any, at: datetime) -> None:
    """Take everything out of it that its author gave. Answers of others stay, below a line that says so."""
    Reply.objects.filter(pk=reply.pk).update(
        name="", email="", text="", address=None, notify=False, reasons=[], state=Reply.State.ERASED
    )
    reply.events.filter(verb="submit").update(address=None)
    _log(reply, "erase", by, at)
    compile_thread(reply.article)


@transaction.atomic
def _decide(reply: Reply, state: str, verb: str, by: Any, at: datetime) -> bool:
    """Whether the decision changed anything."""
    now = Reply.objects.select_for_update().get(pk=reply.pk)
    if now.state == Reply.State.ERASED:
        raise ValidationError(_("Its author had it erased."), code="erased")
    if now.state == state:
        return False
    was_public = now.state == Reply.State.APPROVED
    now.state = reply.state = state
    is_news = state == Reply.State.APPROVED and now.told_at is None
    if is_news:
        now.told_at = at
    now.save(update_fields=["state", "told_at"])
    _log(now, verb, by, at)
    if was_public or state == Reply.State.APPROVED:
        compile_thread(now.article)
    if is_news and now.parent_id:
        tell_of_answer(now)
    return True


def _log(reply: Reply, verb: str, by: Any, at: datetime, address: Any = None) -> None:
    """`address`: the visitor's, shortened as the reply has it; else that of who is at work."""
    ReplyEvent.objects.create(reply=reply, verb=verb, by=by, at=at, address=address)
