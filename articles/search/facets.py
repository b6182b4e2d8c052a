"""What would narrow the results, with the number that would remain: counted over the best of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from articles.citations.models import Publication
from articles.editions.states import ORDER
from articles.search.engines import engine
from articles.search.engines.rows import Row
from articles.search.narrower import counted_with_narrower
from taxonomy.models import Keyword

MOST_KEYWORDS = 24
MOST_PUBLICATIONS = 8


class NamedCount(NamedTuple):
    """Something with an address: a keyword or a publication. `kind` is the keyword's."""

    slug: str
    label: str
    number: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Choices, the commonest first; years the latest first; states in the order in which they are told."""

    keywords: list[NamedCount] = field(default_factory=list)
    publications: list[NamedCount] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    languages: list[tuple[str, int]] = field(default_factory=list)
    states: list[tuple[str, int]] = field(default_factory=list)


def facets_of(rows: Sequence[Row], states: Mapping[int, Iterable[str]], named: Any) -> Facets:
    """Count the choices. Four queries, whatever the number of rows.

    Args:
        states: by edition, the states of its figures.
        named: keywords with their label in the language of the page.
    """
    counted = Counter(state for row in rows for state in states[row.id])
    return Facets(
        keywords=_keywords(named, [row.id for row in rows]),
        publications=_publications(Counter(row.publication for row in rows if row.publication)),
        years=_counted(row.year for row in rows),
        languages=_counted(row.language for row in rows),
        states=[(state, counted[state]) for state in ORDER if counted[state]],
    )


def _keywords(named: Any, editions: list[int]) -> list[NamedCount]:
    """Accepted keywords with the number of these editions that each would leave; the commonest first."""
    counts = dict(engine().keywords(editions, 2 * MOST_KEYWORDS))
    parted = Exists(Keyword.objects.filter(parent=OuterRef("pk")))
    found = named.accepted().filter(pk__in=counts).annotate(parted=parted)
    rows = list(found.values_list("pk", "slug", "label", "kind", "parted"))
    counts |= counted_with_narrower([pk for pk, *_rest, parted in rows if parted], editions)
    told = [NamedCount(slug, label, counts[pk], kind) for pk, slug, label, kind, _parted in rows]
    return sorted(told, key=lambda each: (-each.number, each.label))[:MOST_KEYWORDS]


def _publications(counts: Counter[int]) -> list[NamedCount]:
    commonest = dict(counts.most_common(MOST_PUBLICATIONS))
    found = Publication.objects.filter(pk__in=commonest).values_list("pk", "slug", "title")
    titles = {pk: (slug, title) for pk, slug, title in found} if commonest else {}
    return [NamedCount(*titles[pk], n) for pk, n in commonest.items()]


def _counted(values: Any) -> list[tuple[Any, int]]:
    """Values with their counts, the greatest value first; nothing for those that have none."""
    return sorted(Counter(v for v in values if v is not None).items(), reverse=True)
