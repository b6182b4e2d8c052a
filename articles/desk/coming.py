"""What is to come: scheduled is decided and will happen by the clock; planned is an intention."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils import timezone

from articles.editions.models import Edition
from articles.writing.models import Article

AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the calendar. Without `at` it is planned for the day, not ready."""

    day: date
    kind: Literal["scheduled", "planned"]
    article: int
    title: str
    language: str
    at: datetime | None = None
    number: int | None = None


def scheduled(person: Any, after: datetime, until: datetime) -> QuerySet[Any]:
    """Editions whose time comes after one moment and not after another, of articles that this person may see."""
    seen = Article.objects.visible_to(person).order_by().values("pk")
    between = Edition.objects.filter(published_at__gt=after, published_at__lte=until, withdrawn_at=None)
    return between.filter(article__in=seen).light().order_by("published_at", "pk")


def planned(person: Any, first: date, last: date) -> QuerySet[Any]:
    """Working copies that are meant for one of these days."""
    return (
        Article.objects.visible_to(person)
        .filter(planned_for__gte=first, planned_for__lte=last)
        .only("title", "language", "planned_for", "stage")
        .order_by("planned_for", "pk")
    )


def events(editions: Iterable[Any], articles: Iterable[Any]) -> list[Event]:
    """Both kinds as lines of the calendar, in order of the day and the hour."""
    ready = [
        Event(
            timezone.localdate(each.published_at), "scheduled", each.article_id, each.title, each.language,
            timezone.localtime(each.published_at), each.number,
        )
        for each in editions
    ]  # fmt: skip
    meant = [Event(each.planned_for, "planned", each.pk, each.title, each.language) for each in articles]
    return sorted([*ready, *meant], key=lambda each: (each.day, each.at is None, each.at, each.article))
