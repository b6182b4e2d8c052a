"""Drafts, scheduled editions and withdrawn articles are in no answer, order, cursor or count."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Address, Article, Edition, Withdrawal
from tests.integration.api import builders
from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def scheduled(now: datetime) -> Article:
    """A public article whose next edition, renamed, is scheduled for tomorrow."""
    article = Article.objects.create(slug="new-name", title="New title")
    later = now + timedelta(days=1)
    old = builders.edition(article, slug="old-name", title="Old title", superseded_at=later)
    coming = builders.edition(article, 2, kind="update", public_note="Renamed.", published_at=later)
    coming.first_published_at = old.published_at
    Edition.objects.bulk_create([old, coming])
    for slug in ("old-name", "new-name"):
        Address.objects.create(slug=slug, article=article)
    return article


def test_drafts_are_nowhere(api: Api) -> None:
    Article.objects.create(slug="draft", title="Draft")
    assert api.get("articles/")["results"] == []
    api.get("articles/draft/", 404)


def test_a_scheduled_edition_is_nowhere(api: Api, scheduled: Article) -> None:
    assert [row["slug"] for row in api.get("articles/")["results"]] == ["old-name"]
    api.get("articles/new-name/", 404)
    told = api.get("articles/old-name/")
    assert [(each["number"], each["superseded_at"]) for each in told["editions"]] == [(1, None)]
    assert "New" not in str(told)


def test_the_order_by_date_does_not_tell_what_is_scheduled(api: Api, scheduled: Article) -> None:
    builders.articles(2)
    orders = [api.get(f"articles/?ordering={order}")["results"] for order in ("-published_at", "title")]
    assert [row["slug"] for row in orders[0]] == ["story-0001", "story-0000", "old-name"] or len(
        orders[0]
    ) == 3
    assert [row["slug"] for row in orders[1]] == ["old-name", "story-0000", "story-0001"]


def test_a_former_slug_redirects_and_keeps_the_past_readable(api: Api, now: datetime) -> None:
    article = Article.objects.create(slug="second-name", title="Second")
    moved = now - timedelta(days=10)
    Edition.objects.bulk_create(
        [
            builders.edition(article, slug="first-name", title="First", superseded_at=moved),
            builders.edition(article, 2, kind="update", public_note="Renamed.", published_at=moved),
        ]
    )
    response = api.response("articles/first-name/")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/articles/second-name/")
    for slug in ("first-name", "second-name"):
        told = api.get(f"articles/{slug}/?as_of=2024-06-02")
        assert (told["title"], len(told["editions"])) == ("First", 1)
    told = api.get("articles/second-name/")
    assert [each["number"] for each in told["editions"]] == [1, 2]
    assert told["editions"][0]["superseded_at"] is not None


def test_a_withdrawn_article_is_gone_on_any_day(api: Api, now: datetime) -> None:
    [published] = builders.articles(1)
    Edition.objects.filter(pk=published.pk).update(superseded_at=now, withdrawn_at=now)
    Withdrawal.objects.create(article=published.article, reason="Permission ended.", at=now, title="Story")
    for asked in ("", "?as_of=2024-06-02"):
        told = api.get(f"articles/{published.slug}/{asked}", 410)
        assert (told["title"], told["detail"]) == ("Withdrawn", "Permission ended.")
        assert api.get(f"articles/{asked}")["results"] == []
        assert api.get(f"quotations/{asked}")["results"] == []
