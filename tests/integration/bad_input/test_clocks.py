"""Clicks and clocks that do not behave: one answer for each, and every edition stays where it was.

Two people who publish at the same moment: `tests/integration/workflow/test_at_the_same_time.py`.
"""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.workflow.blockers import PublishingBlocked
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 3, 15, 12, tzinfo=UTC)


def set_clock(patch: pytest.MonkeyPatch, now: datetime) -> None:
    patch.setattr(timezone, "now", lambda: now)


def publish_page(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/publish/"


def test_a_double_click_publishes_the_first_edition_once(at_desk: Client) -> None:
    article = an_article()
    sent = {"confirm_warnings": "on", "version": article.version, "number": 1}
    assert at_desk.post(publish_page(article), sent).status_code == 302
    again = at_desk.post(publish_page(article), sent)
    assert again.status_code == 200
    assert Edition.objects.filter(article=article).count() == 1


def test_a_double_click_publishes_a_later_edition_once(at_desk: Client) -> None:
    article = an_article()
    published(article)
    shown = at_desk.get(publish_page(article)).content.decode()
    assert 'name="number" value="2"' in shown
    sent = {"kind": "update", "public_note": "More.", "version": article.version, "number": 2}
    assert at_desk.post(publish_page(article), sent).status_code == 302
    again = at_desk.post(publish_page(article), sent)
    assert "Edition 2 was published after you opened this page." in again.content.decode()
    assert "More." in again.content.decode()
    assert Edition.objects.filter(article=article).count() == 2


def test_in_the_same_second_every_article_and_edition_keeps_its_place(client: Client) -> None:
    first, second = an_article(slug="first"), an_article(slug="second")
    published(first)
    published(second)
    published(first, kind="update", note="At once.")
    assert {each.slug: each.number for each in Edition.objects.current(JANUARY)} == {"first": 2, "second": 1}
    page = client.get("/articles/").content.decode()
    assert page.count('href="/articles/first/"') == page.count('href="/articles/second/"') == 1
    early = client.get("/articles/first/editions/1/")
    assert early.status_code == 200


def test_a_clock_that_jumps_back_hides_nothing_for_good_and_refuses_to_go_before(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = an_article(slug="steel")
    set_clock(monkeypatch, NOON)
    published(article, at=NOON)
    set_clock(monkeypatch, NOON - timedelta(hours=1))
    with pytest.raises(PublishingBlocked, match="is scheduled for 2025-03-15"):
        published(article, at=timezone.now(), kind="update", note="Earlier.")
    set_clock(monkeypatch, NOON + timedelta(seconds=1))
    assert client.get("/articles/steel/").status_code == 200
    assert published(article, at=timezone.now(), kind="update", note="Later.").number == 2


def test_a_clock_that_jumps_ahead_opens_what_was_due_in_its_order() -> None:
    article = an_article()
    published(article)
    coming = published(article, at=JANUARY, published_at=FEBRUARY, kind="update", note="Planned.")
    assert Edition.objects.current(MARCH).get() == coming
    last = published(article, at=MARCH, kind="update", note="After the jump.")
    assert [each.superseded_at for each in Edition.objects.order_by("number")] == [FEBRUARY, MARCH, None]
    assert Edition.objects.current(MARCH).get() == last
