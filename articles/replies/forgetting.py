"""What is kept of visitors, for how long, and how they get it or have it erased."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from articles.enquiries.models import Enquiry, EnquiryEvent
from articles.enquiries.verbs import erase_enquiry
from articles.replies.models import Reply, ReplyEvent
from articles.replies.verbs import erase

KEEP_EMAIL = timedelta(days=365)
TOLD = (
    "id",
    "article__slug",
    "name",
    "email",
    "text",
    "state",
    "address",
    "created_at",
    "notify",
    "language",
)
WRITTEN = ("id", "name", "email", "text", "address", "created_at", "language", "answered_at")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were changed."""

    addresses: int
    emails: int
    refused: int


def forget(at: datetime, keep: timedelta) -> Forgotten:
    """Delete what was refused longer ago than `keep`; empty older network addresses, and e-mails after a year."""
    refused, *with_address, replies, written = kept_too_long(at, keep)
    gone, _by_model = refused.delete()
    addresses = sum(rows.update(address=None) for rows in with_address)
    # The log notes from where they were sent, too.
    for log, verb in ((ReplyEvent, "submit"), (EnquiryEvent, "receive")):
        log.objects.filter(verb=verb, at__lt=at - keep).exclude(address=None).update(address=None)
    emails = replies.update(email="", notify=False) + written.update(email="")
    return Forgotten(addresses, emails, gone)


def kept_too_long(at: datetime, keep: timedelta) -> list[QuerySet[Any]]:
    """What there is to forget: refused replies, replies and messages with addresses, then those with e-mails."""
    replies, written = Reply.objects.order_by(), Enquiry.objects.order_by()
    old, ancient = {"created_at__lt": at - keep}, {"created_at__lt": at - KEEP_EMAIL}
    return [
        replies.filter(**old, state__in=(Reply.State.REJECTED, Reply.State.SPAM), answers=None),
        replies.filter(**old).exclude(address=None),
        written.filter(**old).exclude(address=None),
        replies.filter(**ancient).exclude(email=""),
        written.filter(**ancient).exclude(email=""),
    ]


def told_of(email: str) -> list[dict[str, Any]]:
    """Everything that is kept under an e-mail address: replies, then messages."""
    replies, written = _of(email)
    return [*replies.values(*TOLD), *written.values(*WRITTEN)]


def erase_all(email: str, *, by: Any, at: datetime) -> int:
    """Erase everything under an e-mail address; the number of replies and messages."""
    replies, written = _of(email)
    found, messages = list(replies.select_related("article")), list(written)
    for reply in found:
        erase(reply, by=by, at=at)
    for enquiry in messages:
        erase_enquiry(enquiry, by=by, at=at)
    return len(found) + len(messages)


def _of(email: str) -> tuple[QuerySet[Reply], QuerySet[Enquiry]]:
    """Without an address nothing: rows that were forgotten have none and belong to nobody."""
    if not email.strip():
        return Reply.objects.none(), Enquiry.objects.none()
    replies = Reply.objects.filter(email__iexact=email.strip()).order_by("created_at", "pk")
    return replies, Enquiry.objects.filter(email__iexact=email.strip()).order_by("created_at", "pk")
