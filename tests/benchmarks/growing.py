"""`python -m tests.benchmarks.growing 100000`: what the admin costs when so many articles are there.

The database is what DATABASE_URL names, empty; it is migrated first. A thousand articles are compiled as any other; the
others are copies of these with their editions and quotations, which is what the admin reads. Copies have no compiled
page: nothing in the admin reads it.
"""

import os
import sys
import time
from typing import Any

import django

COMPILED = 1000
HEAVY = ("head_html", "page_html", "card_html", "api_row", "api_detail")
PAGES = {
    "list": "/admin/articles/article/",
    "second page": "/admin/articles/article/?p=2",
    "filtered": "/admin/articles/article/?language=en&changed=last-30&match=any",
    "in two states": "/admin/articles/article/?state=draft,review",
    "searched": "/admin/articles/article/?q=economy",
    "form": "/admin/articles/article/{id}/change/",
}


def main(count: int) -> None:
    """Prints statements, time of the processor, time until the answer and its size for each page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from articles.writing.models import Article
    from tests.benchmarks.generating import Generator
    from tests.benchmarks.loading import load

    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        load(Generator(min(count, COMPILED)).corpus(), at=timezone.now())
        copy_until(count)
    sys.stdout.write(f"{Article.objects.count()} articles\n{told()}\n")


def copy_until(count: int) -> None:
    """Copies of the articles that are there, until there are `count`."""
    from articles.editions.models import Edition
    from articles.figures.models import Quotation
    from articles.writing.models import Article
    from tests.benchmarks.loading import analyse

    articles = list(Article.objects.order_by("pk"))
    editions = {each.article_id: each for each in Edition.objects.defer(*HEAVY)}
    quotations: dict[int, list[Any]] = {}
    for each in Quotation.objects.all():
        quotations.setdefault(each.edition_id, []).append(each)
    for n in range(1, -(-count // len(articles))):
        some = articles[: count - n * len(articles)]
        made = Article.objects.bulk_create(_copy(each, slug=f"{each.slug[:100]}-{n}") for each in some)
        pairs = [(editions[old.pk], new) for old, new in zip(some, made, strict=True)]
        blank = dict.fromkeys(HEAVY, "")
        printed = Edition.objects.bulk_create(
            _copy(old, article_id=new.pk, slug=new.slug, **blank) for old, new in pairs
        )
        Quotation.objects.bulk_create(
            _copy(each, edition_id=new.pk)
            for (old, _article), new in zip(pairs, printed, strict=True)
            for each in quotations.get(old.pk, [])
        )
    analyse()


def _copy(row: Any, **changed: Any) -> Any:
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields
               if field.attname not in changed and not field.primary_key}  # fmt: skip
    return type(row)(**columns, **changed)


def told() -> str:
    """One row a page, the mean of the requests after the first two."""
    from django.test import Client

    from articles.writing.models import Article
    from tests.benchmarks.client import Question
    from tests.benchmarks.inside import cost_of
    from tests.benchmarks.loading import EDITOR, PASSWORD
    from tests.benchmarks.reporting import table

    client = Client(SERVER_NAME="127.0.0.1")
    client.login(username=EDITOR, password=PASSWORD)
    newest = Article.objects.order_by("pk").values_list("pk", flat=True)[:1].get()
    rows = []
    for name, pattern in PAGES.items():
        path = pattern.format(id=newest)
        size = len(client.get(path).content) / 1024
        started = time.perf_counter()
        for _n in range(5):
            client.get(path)
        waited = (time.perf_counter() - started) / 5 * 1000
        cost = cost_of([Question(path)], signed_in=True)
        numbers = (cost.processor, cost.database, waited, size)
        rows.append([name, str(cost.statements), *(f"{number:.1f}" for number in numbers)])
    return table(["page", "statements", "CPU ms", "database ms", "ms", "KB"], rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
