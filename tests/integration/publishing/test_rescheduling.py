"""Moving a schedule: the same edition at another time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.editions.models import Edition
from articles.workflow.ending import plan_end
from articles.workflow.models import Transition
from articles.workflow.rescheduling import reschedule
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


@pytest.fixture
def coming() -> Article:
    """An article whose second edition starts in March."""
    stated(a_series(), "2024", "9.443")
    article = an_article("<p>First words.</p>", keywords=("Trade",))
    published(article)
    article.body = f"<p>Second words, {figure('9.443 million', 'CARS.CHN.A.STAT:2024')}.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Later.", published_at=MARCH)
    article.body = "<p>Words that nobody has approved.</p>"
    article.save()
    return article


@pytest.mark.parametrize("days", [-7, 7])
def test_the_edition_moves_with_its_words_keywords_and_figures(coming: Article, days: int) -> None:
    when = MARCH + timedelta(days=days)
    moved = reschedule(coming, published_at=when, by=None, at=FEBRUARY)
    moved.refresh_from_db()
    assert (moved.number, moved.published_at, moved.superseded_at) == (2, when, None)
    assert "Second words" in moved.page_html
    assert moved.keyword_rows.count() == moved.quotations.count() == 1
    assert Edition.objects.get(number=1).superseded_at == when
    assert Edition.objects.current(when).get() == moved
    assert Edition.objects.current(when - timedelta(seconds=1)).get().number == 1
    assert moved.snapshot["history"][-1]["published_at"] == when.isoformat()
    entry = Transition.objects.get(verb="move")
    assert (entry.detail["from"], entry.detail["to"]) == (MARCH.isoformat(), when.isoformat())


def test_a_first_edition_moves_with_the_day_of_first_publication() -> None:
    article = an_article()
    published(article, published_at=FEBRUARY)
    moved = reschedule(article, published_at=MARCH, by=None, at=JANUARY)
    assert moved.first_published_at == MARCH
    assert not Edition.objects.current(FEBRUARY).exists()


def test_the_end_date_stays_where_it_is(coming: Article) -> None:
    ends = MARCH + timedelta(days=30)
    plan_end(coming, ends_at=ends, reason="Over.", by=None, at=FEBRUARY)
    moved = reschedule(coming, published_at=MARCH + timedelta(days=1), by=None, at=FEBRUARY)
    moved.refresh_from_db()
    assert (moved.superseded_at, moved.ends_at) == (ends, ends)
    with pytest.raises(ValidationError, match="ends on"):
        reschedule(coming, published_at=ends, by=None, at=FEBRUARY)


def test_what_has_passed_is_refused(coming: Article) -> None:
    with pytest.raises(ValidationError, match="has passed"):
        reschedule(coming, published_at=JANUARY, by=None, at=FEBRUARY)
    with pytest.raises(ValidationError, match="already public"):
        reschedule(coming, published_at=MARCH + timedelta(days=9), by=None, at=MARCH)
    assert Edition.objects.get(number=2).published_at == MARCH
