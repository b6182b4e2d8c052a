"""How many articles carry a keyword, for those who weigh what two articles share."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from articles.editions.models import Edition, EditionKeyword


def candidates(language: str, at: datetime) -> QuerySet[Any]:
    """Editions that may be related to one in this language: current ones, and articles that go live by the clock.

    Keywords of a scheduled further edition are not among them: they would tell on the page what is not public.
    """
    coming = Q(number=1, published_at__gt=at, superseded_at=None, withdrawn_at=None)
    either: QuerySet[Any] = Edition.objects.current(at) | Edition.objects.filter(coming)
    return either.filter(language=language).order_by()


class Rarity:
    """Counts of current editions in one language. A recompilation of everything asks once and keeps the answer."""

    def __init__(self, language: str, at: datetime, *, keywords: set[int] | None = None) -> None:
        found = candidates(language, at)
        rows = EditionKeyword.objects.filter(edition__in=found.values("pk"))
        if keywords is not None:
            rows = rows.filter(keyword__in=keywords)
        counted = rows.order_by().values("keyword").annotate(n=Count("pk"))
        self.carried: dict[int, int] = dict(counted.values_list("keyword", "n"))
        self.editions: int = found.count()

    def of(self, keywords: set[int]) -> dict[int, int]:
        """By how many editions each of these is carried."""
        return {keyword: self.carried.get(keyword, 0) for keyword in keywords}
