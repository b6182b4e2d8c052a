"""Search as the library grows: `python -m tests.benchmarks.searching 10000 100000`, in an empty database.

DATABASE_URL chooses it. Editions are written in bulk with their search documents, since only search is asked; the
question is the function that page and API call, so that nothing else is measured with it.
"""

import itertools
import os
import statistics
import sys
import time
from collections.abc import Iterable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.editions.models import Edition, EditionKeyword  # noqa: E402
from articles.search.finding import find  # noqa: E402
from articles.search.indexing import index_many  # noqa: E402
from articles.writing.models import Article  # noqa: E402
from taxonomy.models import Keyword, Status  # noqa: E402
from tests.benchmarks.corpus import ArticleRecord  # noqa: E402
from tests.benchmarks.generating import Generator  # noqa: E402

BATCH = 1_000
ASKED = 60
ROUNDS = 3


def write(records: Iterable[ArticleRecord], keywords: dict[str, int]) -> None:
    """Editions with their documents, as publishing leaves them, without compiled pages."""
    for batch in itertools.batched(records, BATCH, strict=False):
        with transaction.atomic():
            articles = Article.objects.bulk_create(Article(slug=r.slug, title=r.title) for r in batch)
            editions = Edition.objects.bulk_create(_editions(articles, batch))
            EditionKeyword.objects.bulk_create(
                EditionKeyword(edition=edition, keyword_id=keywords[slug])
                for edition, record in zip(editions, batch, strict=True)
                for slug in record.keywords
            )
            names = [list(record.keywords) for record in batch]
            index_many(zip(editions, names, strict=True))


def _editions(articles: list[Article], records: Iterable[ArticleRecord]) -> Iterator[Edition]:
    for article, record in zip(articles, records, strict=True):
        yield Edition(
            article=article,
            number=1,
            slug=record.slug,
            language="en",
            title=record.title,
            standfirst=record.standfirst,
            body="".join(f"<p>{each}</p>" for each in record.paragraphs),
            snapshot={},
            published_at=record.published_at,
            first_published_at=record.published_at,
            issued_year=record.published_at.year,
            settled_on=record.published_at.date(),
            card_html=f"<article><h3><a href='#'>{record.title}</a></h3></article>",
        )


def medians(questions: list[str]) -> dict[str, float]:
    """Milliseconds for the first 20: the median of the questions, each the best of some rounds, and the slowest."""
    now, best = timezone.now(), []
    for question in questions:
        times = []
        for _round in range(ROUNDS):
            started = time.perf_counter()
            find(question, at=now)
            times.append((time.perf_counter() - started) * 1000)
        best.append(min(times))
    return {"median": statistics.median(best), "slowest": max(best)}


def main(sizes: list[int]) -> None:
    call_command("migrate", verbosity=0)
    generator = Generator(max(sizes), indicators=50)
    generator.state()
    keywords = {
        each.slug: Keyword.objects.create(slug=each.slug, name=each.name, status=Status.ACCEPTED).pk
        for each in generator.keywords
    }
    articles, have = generator.articles(), 0
    askable = generator.askable()
    words = list(askable.words)
    questions = [" ".join(pair) for pair in itertools.batched(words[: 2 * ASKED], 2, strict=True)] + words[
        :ASKED
    ]
    for size in sizes:
        write(itertools.islice(articles, size - have), keywords)
        have = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        found = medians(questions)
        sys.stdout.write(
            f"{connection.vendor}, {size:,} articles, {len(questions)} questions: "
            f"median {found['median']:.1f} ms, slowest {found['slowest']:.1f} ms\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [10_000, 100_000])
