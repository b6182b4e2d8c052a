"""Load a corpus: the catalogue in bulk, every article through the compiler that publishing uses."""

import itertools
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.db import connection, transaction

from articles.citations.models import Agent, Publication
from articles.editions.compile import compile_edition
from articles.writing.models import Article, ArticleKeyword, Contribution
from taxonomy.models import Keyword, Status
from tests.benchmarks.catalogue_loading import load_catalogue, series_code
from tests.benchmarks.corpus import (
    UNITS,
    ArticleRecord,
    Corpus,
    FigureRecord,
    IndicatorRecord,
    KeywordRecord,
)
from tests.benchmarks.generating import slug_of

EDITOR, PASSWORD = "bench", "bench"
BATCH = 500


class Loaded(NamedTuple):
    """How much was loaded, in which time."""

    statements: int
    statements_seconds: float
    articles: int
    articles_seconds: float
    first_article: int

    def told(self) -> str:
        statements = self.statements / max(self.statements_seconds, 0.001)
        articles = self.articles / max(self.articles_seconds, 0.001)
        return (
            f"{self.statements} observations at {statements:.0f} rows/s, "
            f"{self.articles} articles compiled at {articles:.0f} rows/s"
        )


def load(corpus: Corpus, *, at: datetime) -> Loaded:
    """Everything, into a migrated and empty database. Ends with fresh statistics for the planner."""
    get_user_model().objects.create_superuser(EDITOR, "bench@example.org", PASSWORD)
    keywords = _load_keywords(corpus.keywords)
    Agent.objects.bulk_create(Agent(slug=slug_of(name), name=name) for name in corpus.authors)
    Publication.objects.bulk_create(
        Publication(slug=slug_of(title), title=title) for title in corpus.publications
    )
    started = time.perf_counter()
    statements = load_catalogue(corpus, at=at)
    half = time.perf_counter()
    analyse()
    loader = _ArticleLoader({each.code: each for each in corpus.indicators}, keywords, at)
    for batch in itertools.batched(corpus.articles, BATCH, strict=False):
        loader.load(batch)
    ended = time.perf_counter()
    analyse()
    return Loaded(statements, half - started, loader.count, ended - half, loader.first)


def analyse() -> None:
    """Fresh statistics for the planner, which otherwise learns of a bulk load some minutes later."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _load_keywords(records: Iterable[KeywordRecord]) -> dict[str, int]:
    """Parents before children, level by level."""
    ids: dict[str, int] = {}
    waiting = list(records)
    while waiting:
        ready = [each for each in waiting if each.parent is None or each.parent in ids]
        made = Keyword.objects.bulk_create(
            Keyword(
                slug=each.slug,
                name=each.name,
                status=Status.ACCEPTED,
                parent_id=ids[each.parent] if each.parent else None,
            )
            for each in ready
        )
        ids |= {keyword.slug: keyword.pk for keyword in made}
        waiting = [each for each in waiting if each.slug not in ids]
    return ids


class _ArticleLoader:
    def __init__(
        self, indicators: Mapping[str, IndicatorRecord], keywords: Mapping[str, int], at: datetime
    ) -> None:
        self.indicators, self.keywords, self.at = indicators, keywords, at
        self.agents: dict[str, int] = dict(Agent.objects.values_list("name", "pk"))
        self.publications: dict[str, Any] = {each.title: each for each in Publication.objects.all()}
        self.count = self.first = 0

    @transaction.atomic
    def load(self, records: tuple[ArticleRecord, ...]) -> None:
        """Working copies in bulk; then each is compiled into its first edition."""
        articles = Article.objects.bulk_create(self._article(each) for each in records)
        pairs = list(zip(articles, records, strict=True))
        ArticleKeyword.objects.bulk_create(
            ArticleKeyword(article=article, keyword_id=self.keywords[slug], position=position)
            for article, record in pairs
            for position, slug in enumerate(record.keywords)
        )
        Contribution.objects.bulk_create(
            Contribution(article=article, agent_id=self.agents[record.author]) for article, record in pairs
        )
        for article, record in pairs:
            compile_edition(
                article,
                number=1,
                kind="first",
                note="",
                published_at=record.published_at,
                by=None,
                at=self.at,
            )
        self.first = self.first or articles[0].pk
        self.count += len(articles)

    def _article(self, record: ArticleRecord) -> Article:
        return Article(
            slug=record.slug,
            title=record.title,
            standfirst=record.standfirst,
            body=self._body(record),
            publication=self.publications[record.publication],
            issued=record.published_at.date().isoformat(),
        )

    def _body(self, record: ArticleRecord) -> str:
        """Paragraphs, each figure of theirs marked and bound to its observation."""
        figures = itertools.chain(record.figures, itertools.repeat(None))
        marked = [
            self._marked(text, figure) for text, figure in zip(record.paragraphs, figures, strict=False)
        ]
        return "".join(f"<p>{paragraph}</p>" for paragraph in marked)

    def _marked(self, paragraph: str, figure: FigureRecord | None) -> str:
        if figure is None:
            return paragraph
        told = f"{figure.value} {figure.unit}" if UNITS[figure.unit].in_mark else figure.value
        before, found, after = paragraph.rpartition(f"({figure.area}: {told}")
        if not found:
            raise ValueError(f"The paragraph does not tell its figure: {told}")
        reference = f"{series_code(self.indicators[figure.indicator], figure.area)}:{figure.period}"
        mark = f'({figure.area}: <data data-observation="{reference}">{told}</data>'
        return f"{before}{mark}{after}"
