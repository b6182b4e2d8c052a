"""Finding editions, for pages and the API: among those that `Edition.objects.current(at)` names."""

import difflib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.editions.models import Edition
from articles.search.asking import Query, read_query
from articles.search.engines import engine
from articles.search.engines.rows import Row
from articles.search.snippets import highlighted, snippet
from taxonomy.folding import fold
from taxonomy.models import Keyword

BEST = 1_000
MOST_KEYWORDS = 12
MOST_NAMES = 3_000


@dataclass(frozen=True, slots=True)
class Hit:
    """An edition that was found. `edition` has what cards need; its page columns are deferred."""

    edition_id: int
    title: str
    title_html: SafeString
    url: str
    snippet_html: SafeString
    edition: Any


@dataclass(frozen=True, slots=True)
class Results:
    """What was found.

    Attributes:
        query: the question as it was read; false if it asks for nothing.
        hits: one page of them.
        total: how many there are, at most `BEST`; `capped` if there are more.
        keywords: (slug, label, count) over the best `BEST`; years and languages: (value, count).
        keyword: the keyword that the results are narrowed to, if it exists.
        suggestions: names of keywords that read like the question, where nothing was found.
    """

    query: Query
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    capped: bool = False
    keywords: list[tuple[str, str, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    languages: list[tuple[str, int]] = field(default_factory=list)
    keyword: Any = None
    suggestions: list[str] = field(default_factory=list)

    @property
    def total_text(self) -> str:
        return f"{self.total:,}" + "+" * self.capped


def find(
    text: str,
    *,
    at: datetime,
    language: str | None = None,
    keyword: str | None = None,
    year: int | None = None,
    newest: bool = False,
    limit: int = 20,
    offset: int = 0,
) -> Results:
    """One page of the editions that were current at a moment and answer the text, in at most 5 queries.

    Narrowed by language, by keyword (its slug; narrower ones count) and by the year of first print. Best
    first, or the newest of the best thousand first. Any text is fine.
    """
    query = read_query(text)
    named = Keyword.objects.named(get_language() or "en")
    chosen = named.filter(slug=keyword).first() if keyword else None
    if not query or (keyword and chosen is None):
        return Results(query, keyword=chosen)
    rows = _best(query, _scope(at, language, chosen, year), BEST + 1)
    if not rows:
        return Results(query, keyword=chosen, suggestions=_suggestions(query))
    capped, rows = len(rows) > BEST, rows[:BEST]
    ids = [row.id for row in rows]
    editions = Edition.objects.current(at)
    if newest:
        rows = sorted(rows, key=lambda row: (row.first_published, row.id), reverse=True)
    shown = [row.id for row in rows[offset : offset + limit]]
    return Results(
        query,
        hits=_hits(editions, shown, query),
        total=len(ids),
        capped=capped,
        keywords=_keywords(named, ids),
        years=_counted(row.year for row in rows),
        languages=_counted(row.language for row in rows),
        keyword=chosen,
    )


def ids(
    text: str,
    *,
    at: datetime,
    language: str | None = None,
    keyword: str | None = None,
    year: int | None = None,
    most: int = BEST,
) -> list[int]:
    """Ids of the editions that `find` finds, best first, at most `most`: for filters of the API."""
    query = read_query(text)
    chosen = Keyword.objects.filter(slug=keyword).first() if keyword else None
    if not query or (keyword and chosen is None):
        return []
    return [row.id for row in _best(query, _scope(at, language, chosen, year), most)]


def _scope(at: datetime, language: str | None, keyword: Any, year: int | None) -> Any:
    editions = Edition.objects.current(at)
    if language:
        editions = editions.filter(language=language)
    if year is not None:
        editions = editions.filter(issued_year=year)
    if keyword is not None:
        editions = editions.with_keyword(Keyword.objects.narrower(keyword).values("pk"))
    return editions


def _best(query: Query, editions: Any, most: int) -> list[Row]:
    """Matches, best first; of equals, the later edition first, on both databases."""
    rows = engine().best(query, editions, most)
    return sorted(rows, key=lambda row: (-round(row.score, 9), -row.id))


def _hits(editions: Any, shown: list[int], query: Query) -> list[Hit]:
    columns = ("slug", "language", "title", "card_html", "settled_on", "search_document__plain")
    found = editions.select_related("search_document").only(*columns).in_bulk(shown)
    return [
        Hit(
            edition_id=edition.pk,
            title=edition.title,
            title_html=highlighted(edition.title, query),
            url=edition.get_absolute_url(),
            snippet_html=snippet(edition.search_document.plain, query),
            edition=edition,
        )
        for edition in (found[pk] for pk in shown if pk in found)
    ]


def _keywords(named: Any, editions: list[int]) -> list[tuple[str, str, int]]:
    """Accepted keywords with the number of these editions that carry them; the commonest first."""
    counts = dict(engine().keywords(editions, 3 * MOST_KEYWORDS))
    found = named.accepted().filter(pk__in=counts).values_list("pk", "slug", "label")
    labels = {pk: (slug, label) for pk, slug, label in found}
    return [(*labels[pk], n) for pk, n in counts.items() if pk in labels][:MOST_KEYWORDS]


def _counted(values: Any) -> list[tuple[Any, int]]:
    """Values with their counts, the greatest value first; nothing for those that have none."""
    return sorted(Counter(v for v in values if v is not None).items(), reverse=True)


def _suggestions(query: Query) -> list[str]:
    names = dict(Keyword.objects.accepted().values_list("folded", "name")[:MOST_NAMES])
    close = difflib.get_close_matches(fold(query.text)[:60], names, n=3, cutoff=0.6)
    return [names[folded] for folded in close]
