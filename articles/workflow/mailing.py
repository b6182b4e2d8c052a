"""Mails to colleagues about one article, sent after the transaction that gave rise to them, to those who may see it."""

import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from articles.desk.models import Preference
from articles.workflow.permissions import refusal
from articles.writing.models import Article

MOST_SUBJECT = 150
# Urdu is not written right without them; all other marks that nobody sees go.
JOINERS = "\u200c\u200d"
Wording = Callable[[], tuple[str, str]]


def tell(person: Any, article: Article, wording: Wording, *, part: str = "") -> None:
    """Send somebody a mail once the transaction is through; none without an address, or without the right to see.

    Args:
        wording: says subject and text, called in the language that the person chose.
        part: the part of the article's form to which the link leads.
    """
    if not person.email or refusal(person, "view", article):
        return
    message = partial(_send, person, article.pk, wording, part)
    # A mail that cannot be sent is logged; what was done stays done.
    transaction.on_commit(message, robust=True)


def _send(person: Any, article: int, wording: Wording, part: str) -> None:
    known = Preference.objects.filter(person=person.pk).values_list("language", flat=True).first()
    with translation.override(known or settings.LANGUAGE_CODE):
        subject, text = wording()
    address = settings.SITE_ADDRESS + reverse("admin:articles_article_change", args=[article])
    link = f"{address}#{part}" if part else address
    EmailMessage(one_line(subject), f"{text}\n\n{link}\n", None, [person.email]).send()


def one_line(text: str) -> str:
    """Fit for a subject: no line breaks, no control or direction characters, not too long."""
    plain = "".join(each for each in text if each in JOINERS or unicodedata.category(each) != "Cf")
    kept = "".join(each if each in JOINERS or unicodedata.category(each)[0] != "C" else " " for each in plain)
    line = " ".join(kept.split())
    return line if len(line) <= MOST_SUBJECT else line[: MOST_SUBJECT - 1] + "…"
