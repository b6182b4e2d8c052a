"""How many articles carry a keyword, for those who weigh what two articles share."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet

from articles.editions.models import Edition, EditionKeyword


def candidates(language: str, at: datetime, *, elsewhere: bool = False) -> QuerySet[Any]:
    """Editions that may be related to one in this language: current ones, and articles that go live by the clock.

    In the language, or in all others.

    Keywords of a scheduled further edition are not among them: they would tell on the page what is not public.
    """
    coming = Q(number=1, published_at__gt=at, superseded_at=None, withdrawn_at=None)
    either: QuerySet[Any] = Edition.objects.current(at) | Edition.objects.filter(coming)
    found = either.exclude(language=language) if elsewhere else either.filter(language=language)
    return found.order_by()


class Rarity:
    """Counts of current editions in one language, or in all others."""

    def __init__(
        self, language: str, at: datetime, *, keywords: set[int] | None = None, elsewhere: bool = False
    ) -> None:
        found = candidates(language, at, elsewhere=elsewhere)
        rows = EditionKeyword.objects.filter(edition__in=found.values("pk"))
        if keywords is not None:
            rows = rows.filter(keyword__in=keywords)
        counted = rows.order_by().values("keyword").annotate(n=Count("pk"))
        self.carried: dict[int, int] = dict(counted.values_list("keyword", "n"))
        self.editions: int = found.count()

    def of(self, keywords: set[int]) -> dict[int, int]:
        """By how many editions each of these is carried."""
        return {keyword: self.carried.get(keyword, 0) for keyword in keywords}


class Rarities:
    """Both, each asked for when it is needed. A recompilation of everything asks once and keeps the answers."""

    def __init__(self, language: str, at: datetime, *, keywords: set[int] | None = None) -> None:
        self._language, self._at, self._keywords = language, at, keywords

    @cached_property
    def own(self) -> Rarity:
        return Rarity(self._language, self._at, keywords=self._keywords)

    @cached_property
    def elsewhere(self) -> Rarity:
        return Rarity(self._language, self._at, keywords=self._keywords, elsewhere=True)
