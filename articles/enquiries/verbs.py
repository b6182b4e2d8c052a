"""What happens to messages: each verb one transaction and one row of the log."""

from datetime import datetime
from functools import partial
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.enquiries.models import Enquiry, EnquiryEvent
from articles.replies.verbs import Words
from articles.workflow.mailing import one_line


@transaction.atomic
def receive(words: Words, *, at: datetime, address: str | None = None) -> Enquiry:
    """Keep a message, and mail it to the library's own address, if an editor has given one."""
    enquiry = Enquiry.objects.create(
        name=words.name, email=words.email, text=words.text, language=words.language,
        address=address, created_at=at,
    )  # fmt: skip
    _log(enquiry, "receive", None, at, address)
    if to := contact().email:
        # A mail that cannot be sent is logged; the message is kept.
        transaction.on_commit(partial(_send, to, words), robust=True)
    return enquiry


@transaction.atomic
def mark_answered(enquiry: Enquiry, *, by: Any, at: datetime) -> bool:
    """Whether it was still open."""
    if not Enquiry.objects.filter(pk=enquiry.pk, answered_at=None).update(answered_at=at):
        return False
    _log(enquiry, "answer", by, at)
    return True


@transaction.atomic
def erase_enquiry(enquiry: Enquiry, *, by: Any, at: datetime) -> None:
    """Delete it. The log keeps that there was one."""
    enquiry.events.filter(verb="receive").update(address=None)
    _log(enquiry, "erase", by, at)
    Enquiry.objects.filter(pk=enquiry.pk).delete()


def _send(to: str, words: Words) -> None:
    subject = one_line(_("Message from %(name)s") % {"name": words.name})
    text = f"{words.name} <{words.email}>\n\n{words.text}\n"
    EmailMessage(subject, text, None, [to], reply_to=[words.email]).send()


def _log(enquiry: Enquiry, verb: str, by: Any, at: datetime, address: Any = None) -> None:
    """`address`: the visitor's, shortened as the message has it; else that of who is at work."""
    EnquiryEvent.objects.create(enquiry=enquiry, verb=verb, by=by, at=at, address=address)
