"""Being there: a heartbeat tells it, silence ends it. It locks nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.presence.models import Presence

# Three heartbeats missed.
SILENCE = timedelta(seconds=50)
FORGOTTEN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody else who has the article open."""

    article: int
    name: str
    since: datetime


@transaction.atomic
def come(article: int, *, person: AbstractBaseUser, at: datetime) -> None:
    """Somebody has the article open. Rows of people long gone are cleared away."""
    Presence.objects.filter(seen_at__lt=at - FORGOTTEN).delete()
    row, made = Presence.objects.get_or_create(
        article_id=article, person_id=person.pk, defaults={"since": at, "seen_at": at}
    )
    if made:
        return
    since = at if row.seen_at < at - SILENCE else row.since
    Presence.objects.filter(pk=row.pk).update(since=since, seen_at=at)


@transaction.atomic
def leave(article: int, *, person: AbstractBaseUser) -> None:
    """Somebody has closed the article."""
    Presence.objects.filter(article=article, person_id=person.pk).delete()


def present_at(
    articles: Iterable[int], at: datetime, *, but: AbstractBaseUser | None = None
) -> list[Present]:
    """Who has these articles open now, who came first before the others. One query."""
    rows = Presence.objects.filter(article__in=list(articles), seen_at__gte=at - SILENCE)
    if but is not None:
        rows = rows.exclude(person_id=but.pk)
    found = rows.select_related("person").order_by("since", "pk")
    return [
        Present(row.article_id, row.person.get_full_name() or row.person.get_username(), row.since)
        for row in found
    ]
