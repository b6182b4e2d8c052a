"""What waits for one person: the content of the desk, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from articles.desk.broken import broken, carried
from articles.desk.coming import AHEAD, Event, events, planned, scheduled
from articles.desk.counting import counts
from articles.desk.in_hand import InHand, approved, assigned, in_hand, in_progress, in_review, untouched
from articles.desk.stale import StaleEdition, no_longer_true, superseded
from articles.replies.models import Reply
from articles.replies.queue import waiting as replies
from articles.upkeep.undone import Undone, undone
from indicators.catalogue.models import Release
from indicators.catalogue.overdue import overdue
from indicators.upstream_errors.models import UpstreamError

# Lists in the margin of the desk show this many; their counts tell of the rest.
MOST = 10
MOST_REPLIES = 3
# Who keeps the accounts hears of daily jobs that do not run.
KEEPS_HOUSE = "auth.change_user"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The lists of the desk and, by the same names, how much each has in all."""

    n: dict[str, int]
    stale: list[StaleEdition]
    hand: InHand
    coming: list[Event]
    overdue: list[Release]
    broken: list[Any]
    declared: list[Any]
    replies: list[Reply]
    undone: list[Undone]

    @property
    def more_stale(self) -> bool:
        """Whether further articles print figures that stopped being true."""
        return self.n["stale"] > sum(len(each.figures) for each in self.stale)


def waiting_for(person: Any, at: datetime) -> Waiting:
    """Everything that waits for a person at a moment. What they may not see waits for somebody else."""
    asked = _questions(person, at)
    number = counts(person, asked)
    late, unread = asked["overdue"].select_related("source"), asked["replies"].select_related("article")
    hand = in_hand(person, at)
    return Waiting(
        n=number,
        stale=no_longer_true(person, at) if number["stale"] else [],
        hand=hand,
        coming=events(asked["scheduled"][: 2 * MOST], hand.planned),
        overdue=list(late[:MOST]) if number["overdue"] else [],
        declared=list(UpstreamError.objects.to_look_at().with_catalogue()[:MOST])
        if number["declared"]
        else [],
        broken=list(carried(asked["broken"], at)[:MOST]) if number["broken"] else [],
        replies=list(unread.order_by("created_at", "pk")[:MOST_REPLIES]) if number["replies"] else [],
        undone=undone(at) if person.has_perm(KEEPS_HOUSE) else [],
    )


def _questions(person: Any, at: datetime) -> dict[str, QuerySet[Any]]:
    """What is counted, under the names of the lists; a question that is not this person's finds nothing."""
    today = timezone.localdate(at)

    def allowed(permission: str, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows if person.has_perm(permission) else rows.none()

    return {
        "stale": superseded(person, at),
        "declared": allowed("indicators.view_release", UpstreamError.objects.to_look_at()),
        "in_progress": in_progress(person, at),
        "assigned": assigned(person),
        "in_review": in_review(person),
        "approved": allowed("articles.add_edition", approved(person)),
        "untouched": untouched(person, at),
        "scheduled": scheduled(person, at, at + AHEAD),
        "planned": planned(person, today, today + AHEAD),
        "overdue": allowed("indicators.view_release", overdue(today)),
        "broken": allowed("articles.view_outgoinglink", broken(at)),
        "replies": allowed("articles.moderate_reply", replies()),
    }


def days_late(due: Any, at: datetime) -> int:
    """How many days have passed since a release was expected."""
    return (timezone.localdate(at) - due) // timedelta(days=1)
