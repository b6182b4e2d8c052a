"""Translations that go live, change or go by the clock: nothing is recompiled then, and every page is right."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.editions.models import Edition
from articles.editions.siblings import group_of
from articles.workflow.actions import cancel_schedule, withdraw
from articles.workflow.ending import plan_end
from articles.workflow.rescheduling import reschedule
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db
LINK = 'href="/ur/articles/urdu/"'


@pytest.fixture
def original() -> Article:
    article = an_article(slug="steel", title="Steel")
    published(article)
    return article


@pytest.fixture
def translated(original: Article) -> Article:
    """Scheduled in March, while the clock of the test stands in February."""
    article = an_article(slug="urdu", language="ur", title="فولاد", translation_of=original)
    published(article, at=FEBRUARY, published_at=MARCH)
    return article


def clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at)


def seen(client: Client, address: str = "/articles/steel/") -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/articles/steel/", "/articles/steel/editions/1/", "/"])
def test_a_scheduled_translation_shows_when_its_time_comes(
    client: Client, translated: Article, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    clock(monkeypatch, MARCH - timedelta(seconds=1))
    assert LINK not in seen(client, address)
    clock(monkeypatch, MARCH)
    assert LINK in seen(client, address)


def test_the_validator_turns_with_the_page(
    client: Client, translated: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(monkeypatch, MARCH - timedelta(seconds=1))
    tag = client.get("/articles/steel/").headers["ETag"]
    assert client.get("/articles/steel/", headers={"If-None-Match": tag}).status_code == 304
    clock(monkeypatch, MARCH)
    assert client.get("/articles/steel/", headers={"If-None-Match": tag}).status_code == 200


def test_a_coming_translation_shows_in_no_validator(client: Client, original: Article) -> None:
    tag = client.get("/articles/steel/").headers["ETag"]
    coming = an_article(slug="urdu", language="ur", translation_of=original)
    published(coming, at=timezone.now(), published_at=timezone.now() + timedelta(days=1))
    assert client.get("/articles/steel/").headers["ETag"] == tag


def test_the_api_names_the_translations_of_the_moment(
    client: Client, translated: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock(monkeypatch, MARCH - timedelta(seconds=1))
    assert client.get("/api/v1/articles/steel/").json()["translations"] == []
    clock(monkeypatch, MARCH)
    told = client.get("/api/v1/articles/steel/").json()["translations"]
    urdu = {"language": "ur", "url": "/ur/articles/urdu/", "title": "فولاد", "name": "اردو"}
    assert told == [urdu | {"relation": "translation"}]
    [back] = client.get("/api/v1/articles/urdu/").json()["translations"]
    assert (back["language"], back["relation"]) == ("en", "original")
    past = (MARCH - timedelta(days=1)).date().isoformat()
    assert client.get(f"/api/v1/articles/steel/?as_of={past}").json()["translations"] == []
    assert LINK not in seen(client, f"/articles/steel/?as_of={past}")


def test_a_new_headline_of_the_original_shows_on_its_translation(client: Client, original: Article) -> None:
    """The translation leads to it by its headline: a kept copy of the page is out of date then."""
    published(an_article(slug="urdu", language="ur", title="فولاد", translation_of=original))
    before = client.get("/ur/articles/urdu/")
    assert "<bdi>Steel</bdi>" in before.content.decode()
    Article.objects.filter(pk=original.pk).update(title="Iron and steel")
    original.refresh_from_db()
    published(original, at=FEBRUARY, kind="update", note="A better headline.")
    after = client.get("/ur/articles/urdu/", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "<bdi>Iron and steel</bdi>" in after.content.decode()


def test_siblings_are_no_translations_of_each_other(client: Client, original: Article) -> None:
    published(an_article(slug="urdu", language="ur", translation_of=original))
    published(an_article(slug="chinese", language="zh-hans", translation_of=original))
    told = client.get("/api/v1/articles/urdu/").json()["translations"]
    assert {each["language"]: each.get("relation") for each in told} == {"en": "original", "zh-hans": None}
    withdraw(original, by=None, at=timezone.now(), reason="Permission ended.")
    page = seen(client, "/ur/articles/urdu/")
    assert "<bdi>Steel</bdi>" not in page
    assert "translationOfWork" not in page
    assert "workTranslation" not in page


def test_the_head_and_the_switch_of_languages_know_it(client: Client, translated: Article) -> None:
    page = seen(client)
    for language, path in (("en", "/articles/steel/"), ("ur", "/ur/articles/urdu/")):
        assert f'<link rel="alternate" hreflang="{language}" href="http://testserver{path}">' in page
    assert "<!--translations-->" not in page
    assert page.count(LINK) == 2


def test_an_article_with_translations_stays_one_query(
    client: Client, translated: Article, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    seen(client)
    with django_assert_num_queries(1):
        seen(client)


def test_a_cancelled_or_withdrawn_translation_is_named_nowhere(client: Client, original: Article) -> None:
    now = timezone.now()
    article = an_article(slug="urdu", language="ur", translation_of=original)
    published(article, at=now, published_at=now + timedelta(days=1))
    cancel_schedule(article, by=None, at=now)
    assert Edition.objects.get(slug="steel").translations == []
    published(article, at=now)
    assert LINK in seen(client)
    withdraw(article, by=None, at=now, reason="Wrong text.")
    assert LINK not in seen(client)


def test_the_words_around_the_links_are_in_the_language_of_the_page(
    client: Client, translated: Article
) -> None:
    assert "<dt>Read in</dt>" in seen(client)
    assert "<dt>Read in</dt>" not in seen(client, "/ur/articles/urdu/")
    assert 'href="/articles/steel/" lang="en"' in seen(client, "/ur/articles/urdu/")


def test_a_translation_of_a_translation_belongs_to_the_same_group(
    client: Client, original: Article, translated: Article
) -> None:
    third = an_article(slug="chinese", language="zh-hans", translation_of=translated)
    published(third, at=MARCH)
    assert group_of(third.pk) == group_of(original.pk) == sorted([original.pk, translated.pk, third.pk])
    assert 'href="/zh-hans/articles/chinese/"' in seen(client)
    assert 'href="/articles/steel/" lang="en"' in seen(client, "/zh-hans/articles/chinese/")


def test_compiling_again_changes_nothing(
    translated: Article, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in (JANUARY, MARCH):
        clock(monkeypatch, at)
        call_command("recompile")
        assert capsys.readouterr().out.startswith("0 of 2")


def test_an_end_date_and_another_time_are_known_to_the_translations(
    client: Client, original: Article, translated: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    reschedule(translated, published_at=MARCH + timedelta(days=1), by=None, at=FEBRUARY)
    plan_end(translated, ends_at=MARCH + timedelta(days=2), reason="The contract ends.", by=None, at=FEBRUARY)
    for hours, shown in ((23, False), (24, True), (47, True), (48, False)):
        clock(monkeypatch, MARCH + timedelta(hours=hours))
        assert (LINK in seen(client)) is shown


@pytest.mark.parametrize("address", ["/articles/steel/", "/articles/steel/editions/1/", "/"])
def test_a_translation_that_has_ended_is_named_on_no_earlier_day(
    client: Client, original: Article, address: str
) -> None:
    now, day = timezone.now(), timedelta(days=1)
    article = an_article(slug="urdu", language="ur", title="فولاد", translation_of=original)
    published(article, at=now - 6 * day)
    plan_end(article, ends_at=now - day, reason="The contract ends.", by=None, at=now - 4 * day)
    past = f"?as_of={now - 2 * day:%Y-%m-%d}"
    assert client.get(f"/ur/articles/urdu/{past}").status_code == 410
    assert "فولاد" not in seen(client, f"{address}{past}")
    assert "/ur/articles/urdu/" not in seen(client, f"{address}{past}")
    assert client.get(f"/api/v1/articles/steel/{past}").json()["translations"] == []
