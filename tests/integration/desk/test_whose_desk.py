"""What waits depends on who asks: each role finds its own work on the desk, counted right at any size."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.desk.waiting import Waiting, waiting_for
from articles.links.models import OutgoingLink
from articles.replies.models import Reply
from articles.writing.models import Article
from articles.writing.stages import Stage
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    a_release,
    a_series,
    a_source,
    an_article,
    figure,
    published,
    somebody,
    stated,
)

pytestmark = pytest.mark.django_db

REFERENCE = "CARS.CHN.A.STAT:2024"
MANY = 23


def waits(person: User) -> Waiting:
    return waiting_for(person, timezone.now())


def an_article_that_stopped_being_true(owner: User | None = None, **fields: Any) -> Article:
    """Printed in January as its source stated it; the source has stated something else since."""
    if not a_series().observations.exists():
        stated(a_series(), "2024", "9.443")
    article = an_article(f"<p>{figure('9.443 million', REFERENCE)}</p>", created_by=owner, **fields)
    published(article)
    return article


def the_source_changes_its_mind() -> None:
    stated(a_series(), "2024", "9.587", date(2025, 2, 1), at=FEBRUARY)


def a_reply(article: Article, **fields: object) -> Reply:
    given = {"name": "Reader", "text": "I agree.", "created_at": JANUARY, **fields}
    return Reply.objects.create(article=article, **given)


def much_of_everything(editor: User) -> None:
    """More of each kind than a list shows."""
    now, today = timezone.now(), timezone.localdate()
    for n in range(MANY):
        an_article_that_stopped_being_true(title=f"Untrue {n}")
    stages = [Stage.DRAFT, Stage.IN_REVIEW, Stage.CHANGES_REQUESTED, Stage.APPROVED]
    Article.objects.bulk_create(
        Article(
            slug=f"{stage}-{n}", title=f"{stage} {n}", stage=stage, created_by=editor, assigned_to=editor,
            planned_for=today + timedelta(days=n), updated_at=now,
        )
        for stage in stages
        for n in range(MANY)
    )  # fmt: skip
    Article.objects.filter(stage=Stage.DRAFT, slug__startswith="draft-").update(
        updated_at=now - timedelta(days=31)
    )
    for n in range(MANY):
        published(an_article(title=f"Coming {n}"), at=now, published_at=now + timedelta(days=1, hours=n))
    links = [OutgoingLink(url=f"https://example.org/{n}", state="broken", since=now) for n in range(MANY)]
    printing = Article.objects.get(title="Untrue 0").editions.get()
    for link in OutgoingLink.objects.bulk_create(links):
        link.editions.add(printing)
    for n in range(MANY):
        late = a_release(a_source(f"LATE{n}"), published_on=date(2025, 1, 1))
        type(late).objects.filter(pk=late.pk).update(next_release_on=today - timedelta(days=n + 1))
        a_reply(printing.article)
    the_source_changes_its_mind()


def test_every_count_is_right_and_the_page_asks_twelve_questions_at_most(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    editor = somebody("Editor")
    much_of_everything(editor)
    told = waits(editor)
    assert told.n == {
        "stale": MANY, "in_progress": 3 * MANY, "assigned": 4 * MANY, "in_review": MANY, "approved": MANY,
        "untouched": MANY, "scheduled": MANY, "planned": 4 * 15, "overdue": MANY, "broken": MANY, "replies": MANY,
        "declared": 0,
    }  # fmt: skip
    assert told.more_stale
    client.force_login(editor)
    with django_assert_max_num_queries(12):
        page = client.get("/admin/").content.decode()
    for query in ("figures=stale", "whose=begun", "whose=assigned", "state=in_review", "changed=older-30"):
        assert query in page, query
    for words in ("23 published figures are no longer true.", "23 approved articles wait", "23 replies wait"):
        assert words in page


def test_what_came_back_from_review_is_on_its_authors_desk() -> None:
    author = somebody("Author")
    back = an_article(created_by=author, stage=Stage.CHANGES_REQUESTED)
    agreed = an_article(created_by=author, stage=Stage.APPROVED)
    an_article(created_by=author, stage=Stage.IN_REVIEW)
    told = waits(author)
    assert {each.pk for each in told.hand.in_progress} == {back.pk, agreed.pk}
    assert (told.n["in_progress"], told.n["approved"]) == (2, 0)


def test_an_author_is_told_of_untrue_figures_in_own_articles_only(client: Client) -> None:
    author = somebody("Author")
    mine = an_article_that_stopped_being_true(author, title="Mine")
    an_article_that_stopped_being_true(title="Theirs")
    the_source_changes_its_mind()
    told = waits(author)
    assert [(each.edition.article_id, each.may_correct) for each in told.stale] == [(mine.pk, True)]
    assert (told.n["stale"], told.more_stale) == (1, False)
    client.force_login(author)
    page = client.get("/admin/").content.decode()
    assert "Theirs" not in page
    assert f"/admin/articles/article/{mine.pk}/correct/" in page


def test_who_records_data_sees_what_became_untrue_and_cannot_correct_it(client: Client) -> None:
    article = an_article_that_stopped_being_true(title="Untrue")
    the_source_changes_its_mind()
    client.force_login(somebody("Data editor"))
    page = client.get("/admin/").content.decode()
    assert "9.587 million" in page
    assert f"/admin/articles/article/{article.pk}/correct/" not in page


def test_a_moderator_decides_about_a_reply_from_the_desk(client: Client) -> None:
    article = an_article(title="Cars")
    published(article)
    reply = a_reply(article, name="<b>Reader</b>")
    client.force_login(somebody("Moderator"))
    page = client.get("/admin/").content.decode()
    assert "&lt;b&gt;Reader&lt;/b&gt;" in page
    assert "give you a role" not in page
    queue = "/admin/articles/reply/?state__exact=held"
    assert f'action="{queue}"' in page
    client.post(queue, {"_selected_action": reply.pk, "index": "0", "action": "approve"})
    reply.refresh_from_db()
    assert reply.state == Reply.State.APPROVED
    assert waits(User.objects.get()).n["replies"] == 0


def test_nobody_without_a_role_is_told_of_anything(client: Client) -> None:
    an_article_that_stopped_being_true(title="Untrue")
    the_source_changes_its_mind()
    clerk = somebody("")
    assert not any(waits(clerk).n.values())
    client.force_login(clerk)
    assert "An administrator can give you a role." in client.get("/admin/").content.decode()


def test_a_number_that_its_source_took_back_is_on_the_desk(client: Client) -> None:
    editor = somebody("Editor")
    article = an_article_that_stopped_being_true(title="Untrue")
    stated(a_series(), "2024", None, date(2025, 2, 1), at=FEBRUARY, change_kind="withdrawal")
    [told] = waits(editor).stale
    assert told.figures[0].printed == "9.443 million"
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    assert "no value any more" in page
    answer = client.post(f"/admin/articles/article/{article.pk}/correct/", {"figures": "1"}, follow=True)
    assert "have to be written by hand: 9.443 million" in answer.content.decode()


def test_the_list_of_articles_finds_those_with_untrue_figures(client: Client) -> None:
    an_article_that_stopped_being_true(title="Was true")
    the_source_changes_its_mind()
    published(an_article(title="Still true"))
    client.force_login(somebody("Editor"))
    page = client.get("/admin/articles/article/?figures=stale").content.decode()
    assert "Was true" in page
    assert "Still true" not in page
