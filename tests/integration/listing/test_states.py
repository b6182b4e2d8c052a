"""The filter by state finds what the column says."""

from datetime import timedelta
from itertools import combinations

import pytest
from django.utils import timezone

from articles.workflow.actions import withdraw
from articles.writing import states
from articles.writing.models import Article
from tests.newsroom import an_article, published

pytestmark = pytest.mark.django_db


def test_the_filter_by_state_finds_what_the_column_says() -> None:
    now = timezone.now()
    ago, later = now - timedelta(days=3), now + timedelta(days=3)
    for stage in ("draft", "in_review", "changes_requested", "approved"):
        an_article(stage=stage)
    live, changed, coming, withdrawn, withdrawn_in_review = (an_article() for _n in range(5))
    for article in (live, changed, withdrawn, withdrawn_in_review):
        published(article, at=ago)
    published(coming, at=now, published_at=later)
    published(live, at=now, published_at=later, kind="update", note="News.")
    for article in (withdrawn, withdrawn_in_review):
        withdraw(article, by=None, at=now, reason="Wrong.")
    published(an_article(), at=ago)
    Article.objects.filter(pk=changed.pk).update(body="<p>Other words.</p>")
    Article.objects.filter(pk=withdrawn_in_review.pk).update(stage="in_review")
    told = dict(states.with_state(Article.objects.all(), now).values_list("pk", "state"))
    assert set(told.values()) == set(states.STATES)
    for some in [*combinations(states.STATES, 1), *combinations(states.STATES, 2), tuple(states.STATES)]:
        found = states.in_states(Article.objects.all(), some, now).values_list("pk", flat=True)
        assert sorted(found) == sorted(pk for pk, state in told.items() if state in some), some
