"""Working copies that wait for somebody, each list a question with a name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.desk.coming import AHEAD, planned
from articles.editions.models import Edition
from articles.writing import states
from articles.writing.models import Article
from articles.writing.stages import Stage

# A list on the desk shows this many; its count tells of the rest.
MOST = 10
UNTOUCHED_FOR = timedelta(days=30)
BEGUN = [Stage.DRAFT, Stage.CHANGES_REQUESTED, Stage.APPROVED]
COLUMNS = [
    "title", "language", "slug", "stage", "due_on", "planned_for", "updated_at", "created_by", "assigned_to",
]  # fmt: skip


def in_progress(person: Any, at: datetime) -> QuerySet[Any]:
    """What a person has begun and readers do not have as it stands; what waits for a review is not in their hands."""
    own = Article.objects.visible_to(person).filter(created_by=person.pk, stage__in=BEGUN)
    return states.with_state(own, at).filter(state__in=[*BEGUN, states.CHANGED])


def assigned(person: Any) -> QuerySet[Any]:
    """What somebody gave this person."""
    return Article.objects.visible_to(person).filter(assigned_to=person.pk)


def in_review(person: Any) -> QuerySet[Any]:
    """What waits for a reviewer, of what this person may see."""
    return Article.objects.visible_to(person).filter(stage=Stage.IN_REVIEW)


def approved(person: Any) -> QuerySet[Any]:
    """What has been agreed, and waits for somebody to publish it."""
    return Article.objects.visible_to(person).filter(stage=Stage.APPROVED)


def untouched(person: Any, at: datetime) -> QuerySet[Any]:
    """Drafts that nobody has saved for thirty days and that were never published."""
    old = Article.objects.visible_to(person).filter(stage__in=BEGUN, updated_at__lt=at - UNTOUCHED_FOR)
    return old.exclude(pk__in=Edition.objects.order_by().values("article"))


@dataclass(frozen=True, slots=True)
class InHand:
    """Rows of the five lists, at most `MOST` of each, of the planned ones twice as many."""

    in_progress: list[Any]
    assigned: list[Any]
    in_review: list[Any]
    untouched: list[Any]
    planned: list[Any]


def in_hand(person: Any, at: datetime) -> InHand:
    """All five lists in one query: each is asked for its first rows, and one article may stand in several."""
    today = timezone.localdate(at)
    asked = {
        "in_progress": in_progress(person, at).order_by("-updated_at", "-pk"),
        "assigned": assigned(person).order_by("due_on", "-updated_at", "-pk"),
        "in_review": in_review(person).order_by("due_on", "updated_at", "pk"),
        "untouched": untouched(person, at).order_by("updated_at", "pk"),
        "planned": planned(person, today, today + AHEAD),
    }
    most = {"planned": 2 * MOST}
    chosen = {name: rows.values("pk")[: most.get(name, MOST)] for name, rows in asked.items()}
    wanted = Q()
    for rows in chosen.values():
        wanted |= Q(pk__in=rows)
    flags: dict[str, Any] = {f"in_{name}": Q(pk__in=rows) for name, rows in chosen.items()}
    found = list(
        states.with_state(Article.objects.filter(wanted), at)
        .annotate(**flags)
        .only(*COLUMNS)
        .order_by("-updated_at", "-pk")
    )
    return InHand(
        in_progress=[each for each in found if each.in_in_progress],
        assigned=sorted((each for each in found if each.in_assigned), key=_soonest_due),
        in_review=sorted((each for each in found if each.in_in_review), key=_soonest_due),
        untouched=[each for each in reversed(found) if each.in_untouched],
        planned=[each for each in found if each.in_planned],
    )


def _soonest_due(article: Any) -> tuple[bool, Any, datetime]:
    return (article.due_on is None, article.due_on or article.updated_at.date(), article.updated_at)
