"""What is not public yet, or no longer, shows at no address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions.models import Address, Edition
from articles.workflow.actions import cancel_schedule, publish, withdraw
from articles.workflow.blockers import PublishingBlocked
from articles.writing.models import Article
from tests.newsroom import an_article, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def renamed() -> Article:
    """A public article whose next edition, under a new slug, is scheduled for tomorrow."""
    now = timezone.now()
    article = an_article(slug="old-name", title="Old")
    published(article, at=now - timedelta(days=30))
    article.slug, article.title = "new-name", "New"
    article.save()
    publish(article, by=None, at=now, kind="update", note="Renamed.", published_at=now + timedelta(days=1))
    return article


@pytest.mark.parametrize(
    "address", ["/articles/new-name/", "/articles/new-name/editions/1/", "/articles/new-name/editions/2/"]
)
@pytest.mark.parametrize("query", ["", "?as_of={yesterday}"])
def test_a_scheduled_address_answers_as_if_it_were_not_there(
    client: Client, renamed: Article, address: str, query: str
) -> None:
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert client.get(address + query.format(yesterday=yesterday)).status_code == 404
    assert client.get("/articles/old-name/").status_code == 200


def test_a_scheduled_address_of_a_withdrawn_article_is_not_known_to_be_one(
    client: Client, renamed: Article
) -> None:
    withdraw(renamed, by=None, at=timezone.now(), reason="Asked to.")
    assert client.get("/articles/new-name/").status_code == 404
    assert client.get("/articles/old-name/").status_code == 410


def test_a_cancelled_schedule_gives_its_address_back(renamed: Article) -> None:
    cancel_schedule(renamed, by=None, at=timezone.now())
    assert not Address.objects.filter(slug="new-name").exists()
    assert Address.objects.filter(slug="old-name").exists()


def test_the_old_address_leads_to_the_new_one_from_its_time_on(client: Client, renamed: Article) -> None:
    Edition.objects.filter(number=1).update(superseded_at=timezone.now())
    Edition.objects.filter(number=2).cancel_unpublished(timezone.now())
    publish(renamed, by=None, at=timezone.now(), kind="update", note="Renamed.")
    moved = client.get("/articles/old-name/")
    assert (moved.status_code, moved["Location"]) == (301, "/articles/new-name/")
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    then = client.get(f"/articles/new-name/?as_of={yesterday}")
    assert (then.status_code, then["Location"]) == (301, f"/articles/old-name/?as_of={yesterday}")


def test_a_withdrawn_article_stays_gone_until_it_is_published_again(client: Client) -> None:
    now = timezone.now()
    article = an_article(slug="gone")
    published(article, at=now - timedelta(days=30))
    withdraw(article, by=None, at=now - timedelta(days=1), reason="Asked to.")
    with pytest.raises(PublishingBlocked, match="withdrawn"):
        publish(
            article,
            by=None,
            at=now,
            kind="update",
            note="Back.",
            published_at=now + timedelta(days=1),
            confirm_warnings=True,
        )
    assert client.get("/articles/gone/").status_code == 410
    assert client.get("/articles/gone/editions/1/").status_code == 410
    publish(article, by=None, at=now, kind="update", note="Back.", confirm_warnings=True)
    assert client.get("/articles/gone/").status_code == 200


def test_no_edition_keeps_a_link_to_a_withdrawn_translation(client: Client) -> None:
    now = timezone.now()
    original, days = an_article(slug="original"), timedelta(days=1)
    translated = an_article(slug="translated", language="ur", title="Gone soon", translation_of=original)
    published(original, at=now - 9 * days)
    published(translated, at=now - 8 * days)
    published(original, at=now - 7 * days, kind="update", note="New.")
    withdraw(translated, by=None, at=now, reason="Asked to.")
    for address in ("", "editions/1/", f"?as_of={timezone.localdate(now - 8 * days)}"):
        page = client.get(f"/articles/original/{address}").content.decode()
        assert "translated" not in page
