"""Releases: several articles at one instant, or none of them."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles.editions.models import Edition
from articles.releases.actions import (
    ReleaseBlocked,
    cancel_release,
    describe_items,
    make_release,
    move_release,
    publish_release,
    take_out,
)
from articles.releases.models import JointRelease, ReleaseEvent
from articles.workflow.actions import cancel_schedule
from articles.workflow.models import NextEdition, Transition
from articles.workflow.rescheduling import reschedule
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles() -> list[Article]:
    """Twelve: the first is public already, the others are not."""
    made = [an_article(f"<p>Words {n}.</p>", slug=f"part-{n}", title=f"Part {n}") for n in range(12)]
    published(made[0], at=JANUARY)
    return made


@pytest.fixture
def release(articles: list[Article]) -> JointRelease:
    return make_release("The budget", articles, by=None, at=FEBRUARY)


def live(at: datetime) -> int:
    return int(Edition.objects.current(at).count())


def test_all_go_live_at_one_instant(release: JointRelease) -> None:
    publish_release(release, by=None, at=FEBRUARY)
    made = Edition.objects.filter(published_at=FEBRUARY)
    assert made.count() == live(FEBRUARY) == 12
    assert set(made.values_list("kind", flat=True)) == {"first", "update"}
    assert Transition.objects.filter(verb="publish", at=FEBRUARY).count() == 12
    assert [each.verb for each in release.events.all()] == ["publish", "make"]


def test_notes_are_prefilled_from_what_was_prepared(articles: list[Article]) -> None:
    NextEdition.objects.create(article=articles[0], kind="correction", public_note="A number was wrong.")
    items = make_release("The budget", articles[:2], by=None, at=FEBRUARY).items.all()
    assert [(each.kind, each.public_note) for each in items] == [
        ("correction", "A number was wrong."),
        ("first", ""),
    ]


def test_if_one_is_not_ready_nothing_is_published_and_each_refusal_is_told(
    release: JointRelease, articles: list[Article]
) -> None:
    stated(a_series(), "2024", "9.443")
    Article.objects.filter(pk=articles[3].pk).update(
        body=f"<p>{figure('9.334 million', 'CARS.CHN.A.STAT:2024')}</p>"
    )
    Article.objects.filter(pk=articles[5].pk).update(title="")
    with pytest.raises(ReleaseBlocked) as refused:
        publish_release(release, by=None, at=FEBRUARY, confirm_warnings=True)
    told = {each.item.key: [problem.code for problem in each.problems] for each in refused.value.refused}
    assert told == {
        f"article-{articles[3].pk}": ["figure-contradicted"],
        f"article-{articles[5].pk}": ["no-title"],
    }
    assert Edition.objects.count() == 1
    assert not ReleaseEvent.objects.filter(verb="publish").exists()


def test_what_was_saved_since_the_page_was_shown_stops_all(
    release: JointRelease, articles: list[Article]
) -> None:
    with pytest.raises(ReleaseBlocked, match="Somebody saved"):
        publish_release(release, by=None, at=FEBRUARY, seen={f"article-{articles[11].pk}": 7})
    assert Edition.objects.count() == 1


def test_a_scheduled_release_is_under_embargo_until_its_instant(
    client: Client, release: JointRelease, articles: list[Article]
) -> None:
    publish_release(release, by=None, at=FEBRUARY, published_at=MARCH)
    assert set(Edition.objects.exclude(published_at=JANUARY).values_list("published_at", flat=True)) == {
        MARCH
    }
    assert (live(MARCH - timedelta(microseconds=1)), live(MARCH)) == (1, 12)
    release.refresh_from_db()
    assert (release.state(FEBRUARY), release.state(MARCH)) == ("scheduled", "live")
    with pytest.raises(ValidationError, match="is scheduled for"):
        publish_release(release, by=None, at=FEBRUARY)
    with pytest.raises(ValidationError, match="has been live since"):
        cancel_release(release, by=None, at=MARCH)


def test_a_scheduled_release_is_moved_and_cancelled_as_a_whole(release: JointRelease) -> None:
    publish_release(release, by=None, at=FEBRUARY, published_at=MARCH)
    later = MARCH + timedelta(days=3)
    move_release(release, published_at=later, by=None, at=FEBRUARY)
    assert Edition.objects.filter(published_at=later).count() == 12
    assert live(MARCH) == 1
    cancel_release(release, by=None, at=FEBRUARY)
    assert Edition.objects.get().superseded_at is None
    release.refresh_from_db()
    assert release.state(later) == "open"
    publish_release(release, by=None, at=later)
    assert live(later) == 12


def test_no_article_leaves_a_scheduled_release_alone(release: JointRelease, articles: list[Article]) -> None:
    publish_release(release, by=None, at=FEBRUARY, published_at=MARCH)
    with pytest.raises(ValidationError, match="The budget"):
        cancel_schedule(articles[1], by=None, at=FEBRUARY)
    with pytest.raises(ValidationError, match="The budget"):
        reschedule(articles[1], published_at=MARCH + timedelta(days=1), by=None, at=FEBRUARY)
    with pytest.raises(ValidationError, match="scheduled"):
        take_out(release, articles[1], by=None, at=FEBRUARY)
    assert Edition.objects.filter(published_at=MARCH).count() == 12


def test_an_article_is_in_one_open_release_only(release: JointRelease, articles: list[Article]) -> None:
    with pytest.raises(ValidationError, match="in the release “The budget” already"):
        make_release("Another", articles[:1], by=None, at=FEBRUARY)
    take_out(release, articles[0], by=None, at=FEBRUARY)
    make_release("Another", articles[:1], by=None, at=FEBRUARY)


def test_kinds_and_notes_are_edited_until_it_is_sent_off(
    release: JointRelease, articles: list[Article]
) -> None:
    describe_items(release, {articles[0].pk: ("clarification", "Said better.")}, by=None, at=FEBRUARY)
    publish_release(release, by=None, at=FEBRUARY)
    assert Edition.objects.get(article=articles[0], number=2).public_note == "Said better."
    with pytest.raises(ValidationError):
        describe_items(release, {}, by=None, at=FEBRUARY)


def test_a_release_of_nothing_is_refused() -> None:
    with pytest.raises(ReleaseBlocked, match="contains nothing"):
        publish_release(make_release("Empty", [], by=None, at=JANUARY), by=None, at=JANUARY)
