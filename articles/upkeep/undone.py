"""Daily jobs that do not run. Nothing keeps a diary of them: what they should have dealt with by now tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.audit.models import SignIn
from articles.links.models import OutgoingLink
from articles.replies.forgetting import kept_too_long
from articles.workflow.trash import overdue

# One night may be missed.
GRACE = timedelta(days=2)
WORDS = {
    "forget_visitors": _("Addresses of visitors are kept for longer than they are told."),
    "forget_addresses": _("The log keeps network addresses for longer than it should."),
    "empty_trash": _("Articles whose time in the trash is over are still there."),
    "check_links": _("Links that were to be checked have not been."),
}


@dataclass(frozen=True, slots=True)
class Undone:
    """A command that has not run, and what shows it."""

    command: str
    words: Any


def undone(at: datetime) -> list[Undone]:
    """The daily jobs that had something to do two days ago and have not done it. One query."""
    asked = {command: _any(rows) for command, rows in _left(at - GRACE).items()}
    one = get_user_model().objects.order_by("pk").annotate(**asked).values_list(*asked)
    found = one.first() or ()
    return [Undone(command, WORDS[command]) for command, yes in zip(asked, found, strict=False) if yes]


def _left(at: datetime) -> dict[str, Iterable[QuerySet[Any]]]:
    """What each command would have dealt with at a moment, and what is still there."""
    addresses = SignIn.objects.filter(at__lt=at - timedelta(days=settings.ADDRESS_DAYS)).exclude(address=None)
    return {
        "forget_visitors": kept_too_long(at, timedelta(days=settings.VISITOR_DAYS)),
        # Of all logs the one that grows on every site.
        "forget_addresses": [addresses],
        "empty_trash": [overdue(at)],
        "check_links": [_unasked(at)],
    }


def _unasked(at: datetime) -> QuerySet[Any]:
    """Links whose turn it was, where none has been asked about since: a long queue is no job that stands still."""
    asked_since = OutgoingLink.objects.filter(checked_at__gt=at)
    # A site that is new has had no night yet, however old its articles are.
    in_use = SignIn.objects.filter(at__lt=at)
    found: QuerySet[Any] = OutgoingLink.objects.due(at).filter(~Exists(asked_since), Exists(in_use))
    return found


def _any(questions: Iterable[QuerySet[Any]]) -> Q:
    found = Q(pk__in=())
    for rows in questions:
        found |= Q(Exists(rows.order_by()))
    return found
