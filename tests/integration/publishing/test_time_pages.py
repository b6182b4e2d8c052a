"""The pages that move a schedule, set an end date and cancel it."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition, Withdrawal
from articles.writing.models import Article
from tests.newsroom import an_article, an_editor, published

pytestmark = pytest.mark.django_db
SOON = timezone.localtime() + timedelta(days=2)
LATER = SOON + timedelta(days=2)


def given(name: str, when: datetime) -> dict[str, str]:
    return {f"{name}_0": when.strftime("%Y-%m-%d"), f"{name}_1": when.strftime("%H:%M")}


@pytest.fixture
def scheduled(client: Client) -> Article:
    client.force_login(an_editor())
    article = an_article(title="<b>Coming</b>")
    published(article, at=timezone.now(), published_at=SOON)
    return article


def address(article: Article, verb: str) -> str:
    return f"/admin/articles/article/{article.pk}/{verb}/"


def test_a_schedule_is_moved(client: Client, scheduled: Article) -> None:
    page = address(scheduled, "move-schedule")
    assert "It keeps its words" in client.get(page).content.decode()
    assert page in client.get(address(scheduled, "change")).content.decode()
    late = client.post(page, given("published_at", SOON - timedelta(days=9))).content.decode()
    assert "This time has passed" in late
    assert client.post(page, given("published_at", LATER)).status_code == 302
    assert Edition.objects.get().published_at > SOON


def test_an_end_date_is_set_and_cancelled(client: Client, scheduled: Article) -> None:
    page = address(scheduled, "end")
    assert "Say why" in client.post(page, given("ends_at", LATER)).content.decode()
    early = client.post(page, {**given("ends_at", SOON - timedelta(days=1)), "reason": "Over."})
    assert "Edition 1 starts on" in early.content.decode()
    assert client.post(page, {**given("ends_at", LATER), "reason": "<i>Over</i>."}).status_code == 302
    assert Withdrawal.objects.get().reason == "<i>Over</i>."
    assert "&lt;i&gt;Over&lt;/i&gt;" in client.get(page).content.decode()
    assert client.get(address(scheduled, "cancel-end")).status_code == 405
    assert client.post(address(scheduled, "cancel-end")).status_code == 302
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("verb", ["move-schedule", "end", "cancel-end", "correct"])
def test_who_may_not_publish_may_not(client: Client, scheduled: Article, verb: str) -> None:
    client.force_login(User.objects.create_user("writer", is_staff=True))
    assert client.post(address(scheduled, verb), {"reason": "x"}).status_code == 403
    assert Edition.objects.get().published_at == SOON
