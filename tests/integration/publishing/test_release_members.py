"""Who is in a release: put in from the list, taken out, left by withdrawal; errors overridden with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.releases.actions import ReleaseBlocked, cancel_release, make_release, publish_release
from articles.releases.models import JointRelease
from articles.workflow.actions import withdraw
from articles.workflow.models import Transition
from articles.writing.models import Article
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_series,
    an_article,
    an_editor,
    figure,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def put_in(client: Client, articles: list[Article]) -> str:
    given = {"action": "bulk_release", "_selected_action": [each.pk for each in articles]}
    answer = client.post(LIST, given)
    assert answer.status_code == 302, answer.content[:200]
    return str(answer["Location"])


def test_the_list_puts_articles_into_a_release(client: Client) -> None:
    articles = [an_article() for _ in range(12)]
    client.force_login(an_editor())
    page = put_in(client, articles)
    release = JointRelease.objects.get()
    assert release.articles.count() == 12
    assert page == f"/admin/articles/jointrelease/{release.pk}/change/"
    assert "12 of 12 ready." in client.get(page).content.decode()
    assert not Edition.objects.exists()


def test_an_article_of_another_release_is_refused_with_a_sentence(client: Client) -> None:
    article = an_article(title="Ports")
    client.force_login(an_editor())
    put_in(client, [article])
    told = put_in(client, [article])
    assert JointRelease.objects.count() == 1
    assert "is in the release" in client.get(told).content.decode()


def test_the_note_says_what_changed() -> None:
    article = an_article(title="Ports")
    published(article)
    Article.objects.filter(pk=article.pk).update(title="Ports and ships")
    article.refresh_from_db()
    item = make_release("One", [article], by=None, at=FEBRUARY).items.get()
    assert item.public_note == "Changed: title."


def test_a_member_that_is_withdrawn_leaves_a_scheduled_release() -> None:
    """Taking back must never have to wait for other articles."""
    mistaken, other = an_article(), an_article()
    published(mistaken, at=JANUARY)
    release = make_release("Two", [mistaken, other], by=None, at=JANUARY)
    publish_release(release, by=None, at=JANUARY + timedelta(hours=1), published_at=MARCH)

    withdraw(mistaken, by=None, at=FEBRUARY, reason="A mistake.")

    assert list(release.articles.all()) == [other]
    assert not Edition.objects.published(MARCH).filter(article=mistaken).exists()
    assert list(Edition.objects.current(MARCH).values_list("article", flat=True)) == [other.pk]
    event = release.events.first()
    assert event
    assert event.detail == {"taken_out": mistaken.pk, "because": "withdrawn"}
    cancel_release(release, by=None, at=FEBRUARY)
    assert not Edition.objects.filter(article=other).exists()


def test_a_refused_withdrawal_leaves_the_release_as_it_was() -> None:
    article = an_article()
    release = make_release("One", [article], by=None, at=JANUARY)
    publish_release(release, by=None, at=JANUARY, published_at=MARCH)
    with pytest.raises(ValidationError):
        withdraw(article, by=None, at=FEBRUARY, reason="A mistake.")
    assert release.articles.get() == article


def test_errors_of_figures_are_overridden_with_a_reason() -> None:
    stated(a_series(), "2024", "9.443")
    article = an_article(f"<p>{figure('9.334 million vehicles', 'CARS.CHN.A.STAT:2024')}</p>")
    release = make_release("One", [article], by=None, at=FEBRUARY)
    with pytest.raises(ReleaseBlocked):
        publish_release(release, by=None, at=FEBRUARY, confirm_warnings=True)
    publish_release(
        release, by=None, at=FEBRUARY, confirm_warnings=True, override_reason="Quoted as printed."
    )
    assert Transition.objects.get(verb="publish").reason == "Quoted as printed."


def test_an_article_is_taken_out_on_the_page(client: Client) -> None:
    articles = [an_article(), an_article()]
    client.force_login(an_editor())
    page = put_in(client, articles)
    address = page.replace("/change/", "/take-out/")
    assert client.get(address).status_code == 405
    assert client.post(address, {"article": "²"}).status_code == 404
    assert client.post(address, {"article": articles[0].pk}).status_code == 302
    assert list(JointRelease.objects.get().articles.all()) == [articles[1]]


@pytest.mark.parametrize("address", ["add/?articles=²", "add/?articles=x", "²/change/"])
def test_numbers_that_are_none_break_nothing(address: str, client: Client) -> None:
    client.force_login(an_editor())
    assert client.get(f"/admin/articles/jointrelease/{address}").status_code in {200, 302}


def test_planned_times_stand_on_the_form_with_their_ways_out(client: Client) -> None:
    article = an_article()
    when = timezone.now() + timedelta(days=2)
    published(article, at=timezone.now(), published_at=when)
    client.force_login(an_editor())
    page = client.get(f"{LIST}{article.pk}/change/").content.decode()
    assert "ed-scheduled" in page
    assert f"{LIST}{article.pk}/move-schedule/" in page
    assert 'id="ed-cancel-schedule"' in page
    assert f"{LIST}{article.pk}/end/" in page
