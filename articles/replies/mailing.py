"""The mail that tells the author of a reply of an answer, with one click to stop it."""

from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.reading.frame import prefix_of
from articles.replies.tokens import stop_token


def tell_of_answer(answer: Any) -> None:
    """Send the mail once the transaction is through, if the author of the reply asked for it."""
    asked = answer.parent
    if asked.notify and asked.email and asked.email.casefold() != answer.email.casefold():
        # A mail that cannot be sent is logged; what was decided stays decided.
        transaction.on_commit(partial(_send, asked, answer), robust=True)


def stop_address(reply: Any) -> str:
    """Where the mails about a reply are stopped."""
    return f"{settings.SITE_ADDRESS}{prefix_of(reply.language)}/replies/stop/{stop_token(reply.pk)}/"


def _send(asked: Any, answer: Any) -> None:
    edition = Edition.objects.current(timezone.now()).filter(article=answer.article_id).first()
    if edition is None:
        return
    stop = stop_address(asked)
    with translation.override(asked.language):
        subject = _("An answer to your reply")
        link = f"{settings.SITE_ADDRESS}{edition.get_absolute_url()}#reply-{answer.pk}"
        text = _("Somebody answered your reply to “%(title)s”. Read the answer:") % {"title": edition.title}
        closing = _("To get no more mails about your reply:")
    EmailMessage(
        subject, f"{text}\n{link}\n\n{closing}\n{stop}\n", None, [asked.email],
        headers={
            "List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            # So that nobody's notice of a holiday answers it.
            "Auto-Submitted": "auto-generated",
        },
    ).send()  # fmt: skip
