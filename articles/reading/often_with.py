"""What a keyword is often found with: keywords of the same articles, those that say most about it first."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from django.db.models import Count

from articles.editions.models import Edition, EditionKeyword
from articles.reading.keyword_tree import Terms
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Keyword

# How many articles are looked at, the newest: enough to tell, and the same cost in a library of any size.
LOOKED_AT = 1000
CANDIDATES = 60
SHOWN = 8
# In a library of few articles one article in common is news; in a large one it is chance.
FEW = 5


@dataclass(frozen=True, slots=True)
class Companion:
    """A keyword and the number of articles that carry both."""

    keyword: Any
    together: int


def often_with(terms: Terms, asof: AsOf, language: str) -> list[Companion]:
    """At most eight keywords, among the newest articles of this one. Three queries, whatever the library holds.

    Ranked by the articles in common over the root of all articles of the other, both counted among the newest: a
    keyword that stands nearly everywhere comes last although it has most in common. Broader and narrower terms are
    left out, for they are shown as such.
    """
    current = Edition.objects.current(asof.moment)
    own = _newest(current.with_keyword(terms.below))
    around = {*terms.below, *(each.pk for each in terms.broader)}
    counted = (
        EditionKeyword.objects.filter(edition__in=own)
        .exclude(keyword__in=around)
        .order_by()
        .values_list("keyword")
        .annotate(together=Count("edition"))
        .order_by("-together", "keyword")
    )
    together = dict(counted[:CANDIDATES])
    least = 2 if max(together.values(), default=0) >= FEW else 1
    together = {pk: number for pk, number in together.items() if number >= least}
    everywhere = _everywhere(list(together), current) if together else {}
    # An older article may carry what none of the newest does: it is then at least as rare as its own number.
    weights = {pk: number / sqrt(max(everywhere.get(pk, 0), number)) for pk, number in together.items()}
    best = sorted(weights, key=lambda pk: (-weights[pk], pk))
    named = Keyword.objects.accepted().named(language).in_bulk(best[: 3 * SHOWN])
    found = [Companion(named[pk], together[pk]) for pk in best if pk in named]
    return found[:SHOWN]


def _everywhere(keywords: Sequence[int], current: Any) -> dict[int, int]:
    rows = EditionKeyword.objects.filter(keyword__in=keywords, edition__in=_newest(current))
    return dict(rows.order_by().values_list("keyword").annotate(number=Count("edition")))


def _newest(editions: Any) -> Any:
    return editions.newest_first().values("pk")[:LOOKED_AT]
