"""Two people at once: one save wins, publishing waits for publishing and for the recording of what is compared."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from articles.editions.models import Edition
from articles.revisions.models import Revision
from articles.revisions.saving import StaleSave, Writing
from articles.revisions.storing import store_copy
from articles.workflow.blockers import PublishingBlocked
from articles.writing.models import Article
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from tests.newsroom import FEBRUARY, a_release, a_series, an_article, figure, published, stated

pytestmark = [pytest.mark.django_db(transaction=True)]
ROUNDS = 3


@pytest.fixture(autouse=True)
def _only_where_two_can_write() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time, and its tests share one connection.")


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Start all at the same moment, each on a connection of its own; refusals are answers."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=10)
            return act()
        except (PublishingBlocked, StaleSave) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_first_publications_make_one_edition() -> None:
    for _round in range(ROUNDS):
        article = an_article()
        answers = together(partial(published, article), partial(published, article))
        assert sorted(type(each).__name__ for each in answers) == ["Edition", "PublishingBlocked"]
        assert Edition.objects.filter(article=article).count() == 1


def test_what_is_recorded_while_it_is_published_is_told() -> None:
    for n in range(ROUNDS):
        cars = a_series(f"CARS{n}")
        stated(cars, "2024", "9.443")
        article = an_article(f"<p>{figure('9.443 million', f'CARS{n}.CHN.A.STAT:2024')}</p>")
        newer = Vintage(
            observation=Observation.objects.get(series=cars, period="2024"),
            release=a_release(cars.source, date(2025, 2, 10)),
            value=Decimal("9.5"),
            unit_mult=6,
            decimals=1,
            stated_on=date(2025, 2, 10),
            change_kind="revision",
        )
        together(
            partial(published, article, at=FEBRUARY),
            partial(record_vintages, [newer], at=FEBRUARY),
        )
        edition = Edition.objects.get(article=article)
        assert edition.figures[0]["timeline"][-1]["newer"]["printed"].startswith("9.5")


def test_of_two_saves_at_one_moment_one_is_stored_and_the_other_is_told() -> None:
    for n in range(ROUNDS):
        article = an_article()

        def save(title: str, pk: int = article.pk, version: int = article.version) -> object:
            return store_copy(pk, {"title": title}, by=None, at=FEBRUARY, writing=Writing(version))

        answers = together(partial(save, f"Ours {n}"), partial(save, f"Theirs {n}"))
        refused = next(each for each in answers if isinstance(each, StaleSave))
        saved = next(each for each in answers if not isinstance(each, StaleSave))
        stored = Article.objects.get(pk=article.pk)
        assert (stored.title, stored.version) == (saved.article.title, article.version + 1)
        assert refused.stored["title"] == stored.title
        assert Revision.objects.get(article=article, version=stored.version).snapshot["title"] == stored.title
