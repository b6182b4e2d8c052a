"""The desk counts everything that waits, shows the first of it, and asks a fixed number of questions."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.desk.in_hand import MOST, untouched
from articles.desk.waiting import waiting_for
from articles.links.models import OutgoingLink
from articles.writing.models import Article
from articles.writing.stages import Stage
from indicators.catalogue.overdue import overdue
from tests.newsroom import a_release, a_source, an_article, an_editor, published, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return an_editor()


def test_the_desk_asks_at_most_twelve_questions_however_much_waits(
    client: Client, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(3 * MOST):
        Article.objects.create(
            slug=f"a{n}", title=f"Title {n}", created_by=editor, assigned_to=editor, stage=Stage.IN_REVIEW,
            planned_for=timezone.localdate(),
        )  # fmt: skip
    a_release().save()
    client.force_login(editor)
    with django_assert_max_num_queries(12):
        page = client.get("/admin/").content.decode()
    assert "30 articles wait for a review" in page
    assert page.count("Title 29") >= 1


def test_a_list_shows_the_first_and_counts_the_rest(editor: User) -> None:
    for n in range(MOST + 5):
        Article.objects.create(slug=f"a{n}", title=f"Title {n}", created_by=editor)
    waiting = waiting_for(editor, timezone.now())
    assert len(waiting.hand.in_progress) == MOST
    assert waiting.n["in_progress"] == MOST + 5


def test_what_is_given_to_me_comes_soonest_due_first(editor: User) -> None:
    for day in (None, 9, 3):
        due = date(2027, 1, day) if day else None
        Article.objects.create(slug=f"due-{day}", title="Title", assigned_to=editor, due_on=due)
    assert [each.due_on for each in waiting_for(editor, timezone.now()).hand.assigned] == [
        date(2027, 1, 3),
        date(2027, 1, 9),
        None,
    ]


def test_what_waits_for_a_reviewer_is_no_longer_in_my_hands(editor: User) -> None:
    Article.objects.create(slug="a", title="Title", created_by=editor, stage=Stage.IN_REVIEW)
    waiting = waiting_for(editor, timezone.now())
    assert (waiting.n["in_progress"], waiting.n["in_review"]) == (0, 1)


def test_the_trash_waits_for_nobody(editor: User) -> None:
    now = timezone.now()
    Article.objects.create(
        slug="a", title="Title", created_by=editor, assigned_to=editor, stage=Stage.IN_REVIEW, trashed_at=now,
        planned_for=timezone.localdate(),
    )  # fmt: skip
    told = waiting_for(editor, now).n
    assert not any(told.values())


def test_a_published_article_without_changes_is_not_in_progress(editor: User) -> None:
    published(an_article(created_by=editor))
    assert waiting_for(editor, timezone.now()).n["in_progress"] == 0


def test_a_draft_that_nobody_touched_for_thirty_days_is_told(editor: User) -> None:
    draft, now = Article.objects.create(slug="old", title="Old", created_by=editor), timezone.now()
    assert not untouched(editor, now + timedelta(days=29)).exists()
    assert list(untouched(editor, now + timedelta(days=31))) == [draft]


def test_a_source_is_overdue_until_it_publishes_again() -> None:
    late = a_release(published_on=date(2025, 1, 10))
    late.next_release_on = date(2025, 2, 10)
    late.save()
    assert not overdue(date(2025, 2, 10)).exists()
    assert list(overdue(date(2025, 2, 11))) == [late]
    a_release(a_source(), published_on=date(2025, 2, 12))
    assert not overdue(date(2025, 2, 13)).exists()


def test_the_calendar_keeps_planned_and_scheduled_apart(client: Client, editor: User) -> None:
    day = timezone.localdate() + timedelta(days=1)
    Article.objects.create(slug="meant", title="Only meant", planned_for=day)
    published(an_article(title="Decided"), at=timezone.now(), published_at=timezone.now() + timedelta(days=1))
    client.force_login(editor)
    page = client.get(f"/admin/articles/article/calendar/?month={day:%Y-%m}").content.decode()
    assert page.index('<li class="meant">') < page.index("Only meant")
    assert page.index('<li class="ready">') < page.index("Decided")


def test_a_month_that_is_none_leads_to_this_month(client: Client, editor: User) -> None:
    client.force_login(editor)
    answer = client.get("/admin/articles/article/calendar/?month=9999-99")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/articles/article/calendar/")


def test_somebody_without_a_role_sees_no_calendar(client: Client) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get("/admin/articles/article/calendar/").status_code == 403


def test_broken_links_of_what_readers_have_are_told_once_with_their_article(
    client: Client, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    now = timezone.now()
    for n in range(MOST + 2):
        body = (
            f'<p><a href="https://example.org/{n}">Broken</a> <a href="https://example.org/fine">fine</a></p>'
        )
        published(an_article(body, title=f"Carries {n}"))
        published(an_article(body, title=f"Carries {n} too"), at=now - timedelta(days=1))
    an_article('<p><a href="https://example.org/draft">Draft</a></p>')
    since = now - timedelta(days=5)
    OutgoingLink.objects.exclude(url="https://example.org/fine").update(state="broken", since=since)
    OutgoingLink.objects.create(url="https://example.org/nowhere", state="broken", since=since)
    told = waiting_for(editor, now)
    assert told.n["broken"] == MOST + 2
    assert len(told.broken) == MOST
    assert told.broken[0].in_title == "Carries 0 too"
    client.force_login(editor)
    with django_assert_max_num_queries(12):
        page = client.get("/admin/").content.decode()
    assert "https://example.org/0" in page
    assert "All broken links" in page
    assert "example.org/nowhere" not in page


def test_who_may_not_see_links_is_told_of_none(client: Client) -> None:
    published(an_article('<p><a href="https://example.org/gone">Gone</a></p>'))
    OutgoingLink.objects.update(state="broken", since=timezone.now())
    client.force_login(somebody("Author"))
    assert "example.org/gone" not in client.get("/admin/").content.decode()
