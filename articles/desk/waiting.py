"""What waits for one person: the content of the desk, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from articles.desk.broken import broken, carried
from articles.desk.coming import AHEAD, Event, events, planned, scheduled
from articles.desk.counting import counts
from articles.desk.in_hand import InHand, assigned, in_hand, in_progress, in_review, untouched
from articles.desk.stale import StaleEdition, no_longer_true, superseded
from articles.links.models import OutgoingLink
from articles.replies.queue import waiting as replies
from indicators.catalogue.overdue import overdue
from indicators.upstream_errors.models import UpstreamError

# Lists in the margin of the desk show this many; their counts tell of the rest.
MOST = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """The lists of the desk and, by the same names, how much each has in all."""

    n: dict[str, int]
    stale: list[StaleEdition]
    hand: InHand
    coming: list[Event]
    overdue: list[Any]
    broken: list[Any]
    declared: list[Any]


def waiting_for(person: Any, at: datetime) -> Waiting:
    """Everything that waits for a person at a moment."""
    today = timezone.localdate(at)
    until = at + AHEAD
    next_editions = scheduled(person, at, until)
    intended = planned(person, today, today + AHEAD)
    late = overdue(today).select_related("source")
    sees_data = person.has_perm("indicators.view_release")
    ended = UpstreamError.objects.to_look_at() if sees_data else UpstreamError.objects.none()
    sees_links = person.has_perm("articles.view_outgoinglink")
    number = counts(
        person,
        {
            "broken": broken(at) if sees_links else OutgoingLink.objects.none(),
            "stale": superseded(at),
            "declared": ended,
            "in_progress": in_progress(person, at),
            "assigned": assigned(person),
            "in_review": in_review(person),
            "untouched": untouched(person, at),
            "scheduled": next_editions,
            "planned": intended,
            "overdue": overdue(today),
            "replies": replies() if person.has_perm("articles.moderate_reply") else replies().none(),
        },
    )
    return Waiting(
        n=number,
        stale=no_longer_true(at) if number["stale"] else [],
        hand=in_hand(person, at),
        coming=events(next_editions[: 2 * MOST], intended[: 2 * MOST]),
        overdue=list(late[:MOST]) if sees_data and number["overdue"] else [],
        broken=list(carried(broken(at), at)[:MOST]) if number["broken"] else [],
        declared=list(ended.with_catalogue()[:MOST]) if number["declared"] else [],
    )


def days_late(due: Any, at: datetime) -> int:
    """How many days have passed since a release was expected."""
    return (timezone.localdate(at) - due) // timedelta(days=1)
