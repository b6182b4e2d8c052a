"""Finding editions, for pages and the API: among those that `Edition.objects.current(at)` names."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.editions.models import Edition
from articles.search.asking import Query, read_query
from articles.search.engines import engine
from articles.search.engines.rows import Row, Title
from articles.search.facets import Facets, facets_of
from articles.search.scope import Scope, editions_within, states_of
from articles.search.snippets import highlighted, snippet
from articles.search.spelling import Spelling, spelled
from indicators.observations.querysets import day_of
from taxonomy.models import Keyword

BEST = 300
NEWEST = BEST + 1
"""A word in more texts than these is ranked in the newest ones: `docs/decisions/common-words.md`. One more than are
told tells that there are more."""
BY_TITLE = 100
"""So many more, of any age, whose title has all the words."""
FOR_PROGRAMS = 1_000
EVERYWHERE = Scope()
OWN_LANGUAGE = 1.5
"""By how much more a text in the language of the reader counts."""


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
        facets: what would narrow them, counted over the best `BEST`.
        keyword: the keyword that the results are narrowed to, if it exists.
        spelling: what the question may have meant, where nothing was found.
    """

    query: Query
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    capped: bool = False
    facets: Facets = field(default_factory=Facets)
    keyword: Any = None
    spelling: Spelling = field(default_factory=Spelling)

    @property
    def total_text(self) -> str:
        return f"{self.total:,}" + "+" * self.capped


def find(
    text: str,
    scope: Scope = EVERYWHERE,
    *,
    at: datetime,
    past: bool = False,
    newest: bool = False,
    limit: int = 20,
    offset: int = 0,
) -> Results:
    """One page of the editions that were current at a moment and answer the text, in at most 11 queries.

    Best first, or the newest of the best three hundred first. Any text is fine.

    Args:
        past: the moment is long gone, so that the newest texts are none of those asked for.
    """
    query = read_query(text)
    language = get_language() or "en"
    named = Keyword.objects.named(language)
    keyword = named.at_address(scope.keyword).first() if scope.keyword else None
    if not query or (scope.keyword and keyword is None):
        return Results(query, keyword=keyword)
    rows, states, capped = _within(query, scope, keyword, at, past, language)
    if not rows:
        return Results(query, keyword=keyword, spelling=spelled(query, at=at))
    ordered = sorted(rows, key=_age, reverse=True) if newest else rows
    shown = [row.id for row in ordered[offset : offset + limit]]
    return Results(
        query,
        hits=_hits(Edition.objects.current(at), shown, query),
        total=len(rows),
        capped=capped,
        facets=facets_of(rows, states, named),
        keyword=keyword,
    )


def newest_of(
    text: str, scope: Scope = EVERYWHERE, *, at: datetime, past: bool = False, most: int
) -> list[int]:
    """Ids of what `find` finds, the newest of the best three hundred first, at most `most`. At most 7 queries."""
    query = read_query(text)
    keyword = Keyword.objects.at_address(scope.keyword).first() if scope.keyword else None
    if not query or (scope.keyword and keyword is None):
        return []
    rows, _states, _capped = _within(query, scope, keyword, at, past)
    return [row.id for row in sorted(rows, key=_age, reverse=True)[:most]]


def _within(
    query: Query, scope: Scope, keyword: Keyword | None, at: datetime, past: bool, language: str = ""
) -> tuple[list[Row], dict[int, set[str]], bool]:
    """The best three hundred within the scope, the states of their figures, and whether there are more."""
    # What is narrowed, or lies in the past, may be none of the newest.
    narrowed = past or scope != EVERYWHERE
    rows = _best(query, editions_within(scope, keyword, at), BEST + 1, narrowed=narrowed, language=language)
    capped, rows = len(rows) > BEST, rows[:BEST]
    states = states_of([(row.id, row.settled_on) for row in rows], day_of(at)) if rows else {}
    if scope.state:
        rows = [row for row in rows if scope.state in states[row.id]]
    return rows, states, capped


def _age(row: Row) -> tuple[Any, int]:
    return row.first_published, row.id


def ids(text: str, *, at: datetime, most: int = FOR_PROGRAMS) -> list[int]:
    """Ids of the editions that `find` finds, best first, at most `most`: for filters of the API."""
    query = read_query(text)
    if not query:
        return []
    rows = engine().best(query, Edition.objects.current(at), most, among=most, narrowed=True)
    return [row.id for row in _ordered(rows)]


def titles(query: Query, *, at: datetime, past: bool = False, most: int) -> list[Title]:
    """Current editions whose title has all the words, the last one as a beginning; best first."""
    return engine().titles(query, Edition.objects.current(at), most, among=NEWEST, narrowed=past)


def _best(query: Query, editions: Any, most: int, *, narrowed: bool, language: str = "") -> list[Row]:
    """The best matches, and in a crowd also those that their title gives away.

    Args:
        language: of the reader, whose texts come before others that answer about as well: keywords and numbers are
            the same in all of them.
    """
    rows = engine().best(query, editions, most, among=NEWEST, narrowed=narrowed)
    if len(rows) == NEWEST and not query.unwanted:
        known = {row.id for row in rows}
        titled = engine().best(query, editions, BY_TITLE, among=BY_TITLE, narrowed=narrowed, in_titles=True)
        rows += [row for row in titled if row.id not in known]
    return _ordered(rows, language)[:most]


def _ordered(rows: list[Row], language: str = "") -> list[Row]:
    """Best first; of equals, the later edition first, on both databases."""
    return sorted(
        rows,
        key=lambda row: (-round(row.score * (OWN_LANGUAGE if row.language == language else 1), 9), -row.id),
    )


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
