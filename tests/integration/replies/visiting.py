"""What a visitor sends, and replies as they come."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.replies.models import Reply
from articles.replies.tokens import form_token
from articles.replies.verbs import Words, approve, submit

PAGE = "/articles/steel/reply/"


def sent(client: Client, edition: Edition, *, seconds: float = 60, **given: Any) -> HttpResponse:
    """The form, opened some seconds ago."""
    token = form_token(f"reply-{edition.article_id}", timezone.now() - timedelta(seconds=seconds))
    filled = {
        "name": "A reader",
        "email": "reader@example.org",
        "text": "A thoughtful reply.",
        "token": token,
    }
    remote = given.pop("remote", "198.51.100.7")
    headers = given.pop("headers", None)
    answer: Any = client.post(PAGE, filled | given, headers=headers, REMOTE_ADDR=remote)
    return answer


def a_reply(edition: Edition, text: str = "Zyxophone.", *, public: bool = False, **given: Any) -> Reply:
    """A reply that waits, or is public."""
    parent = given.pop("parent", None)
    words = Words(**{"name": "Quixote", "email": "quixote@example.org", "text": text} | given)
    made = submit(edition.article, words, parent=parent, address="198.51.100.9", at=timezone.now())
    if public:
        approve(made, by=None, at=timezone.now())
    return made
