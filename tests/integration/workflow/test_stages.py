"""From draft to approved: each verb by the right person from the right stage, and every refusal says why."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.workflow import verbs
from articles.workflow.models import Transition
from articles.workflow.permissions import refusal
from articles.workflow.transitions import RULES
from articles.workflow.trash import empty_trash, restore, trash
from articles.writing.models import Article
from articles.writing.stages import Stage
from tests.newsroom import FEBRUARY, JANUARY, a_keyword, an_article, published, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return somebody("Author")


@pytest.fixture
def editor() -> User:
    return somebody("Editor")


@pytest.fixture
def draft(author: User) -> Article:
    return an_article(created_by=author)


def test_the_whole_way_with_one_log_row_a_verb(draft: Article, author: User, editor: User) -> None:
    verbs.submit(draft, by=author, at=JANUARY)
    verbs.request_changes(draft, by=editor, at=JANUARY, reason="Name the source.")
    verbs.submit(draft, by=author, at=JANUARY)
    verbs.approve(draft, by=editor, at=JANUARY)
    published(draft)
    draft.refresh_from_db()
    assert draft.stage == Stage.DRAFT
    told = Transition.objects.filter(article=draft).order_by("pk").values_list("verb", flat=True)
    assert list(told) == ["submit", "request_changes", "submit", "approve", "publish"]
    assert Transition.objects.get(verb="publish").detail["stage"] == "approved"


@pytest.mark.parametrize("verb", ["submit", "request_changes", "approve", "reopen"])
@pytest.mark.parametrize("stage", Stage.values)
def test_a_verb_leads_on_from_its_stages_only(verb: str, stage: str, editor: User) -> None:
    article = an_article(stage=stage)
    if stage in RULES[verb].stages:
        getattr(verbs, verb)(article, by=editor, at=JANUARY, reason="Because.")
        assert Article.objects.get(pk=article.pk).stage == RULES[verb].to
    else:
        with pytest.raises(ValidationError, match=r"This article is|Changes were requested"):
            getattr(verbs, verb)(article, by=editor, at=JANUARY, reason="Because.")
        assert not Transition.objects.exists()


def test_an_author_neither_approves_nor_publishes_and_is_told_what_to_do(
    draft: Article, author: User
) -> None:
    verbs.submit(draft, by=author, at=JANUARY)
    assert "Only editors approve" in refusal(author, "approve", draft)
    assert "Only editors publish. Submit" in refusal(author, "publish", draft)
    assert "Only editors assign" in refusal(author, "assign", draft)
    assert "is in review. Ask an editor" in refusal(author, "submit", draft)


def test_the_refusal_names_the_person_who_reviews(draft: Article, editor: User) -> None:
    verbs.submit(draft, by=editor, at=JANUARY)
    verbs.assign(draft, editor, by=editor, at=JANUARY)
    draft.refresh_from_db()
    assert "in review by editor" in refusal(editor, "submit", draft)


def test_another_persons_draft_is_seen_by_whom_it_is_assigned_to(draft: Article, editor: User) -> None:
    other = somebody("Author", "other")
    assert not Article.objects.visible_to(other).exists()
    assert "another person's article" in refusal(other, "edit", draft)
    verbs.assign(draft, other, by=editor, at=JANUARY, due_on=FEBRUARY.date())
    assert Article.objects.visible_to(other).get().due_on == FEBRUARY.date()


def test_nothing_is_assigned_to_somebody_who_may_not_write(draft: Article, editor: User) -> None:
    with pytest.raises(ValidationError, match="may not write articles"):
        verbs.assign(draft, somebody("Moderator"), by=editor, at=JANUARY)


def test_what_was_saved_after_it_was_read_is_not_approved(draft: Article, editor: User) -> None:
    verbs.submit(draft, by=editor, at=JANUARY)
    with pytest.raises(ValidationError, match="Somebody saved"):
        verbs.approve(draft, by=editor, at=JANUARY, seen_version=draft.version + 1)


def test_changing_an_approved_text_sends_it_back_to_review(
    draft: Article, author: User, editor: User
) -> None:
    Article.objects.filter(pk=draft.pk).update(stage=Stage.APPROVED)
    verbs.add_keyword(draft, a_keyword(), by=editor, at=JANUARY)
    assert Article.objects.get().stage == Stage.APPROVED
    verbs.add_keyword(draft, a_keyword("Work"), by=author, at=JANUARY)
    assert Article.objects.get().stage == Stage.IN_REVIEW
    assert Transition.objects.filter(verb="submit", reason__contains="after it had been approved").exists()


def test_the_trash_keeps_for_thirty_days_and_the_log_for_ever(draft: Article, author: User) -> None:
    trash(draft, by=author, at=JANUARY)
    assert not Article.objects.visible_to(author).exists()
    assert "in the trash since" in refusal(author, "edit", draft)
    assert empty_trash(at=JANUARY + timedelta(days=29)) == (0, [])
    restore(draft, by=author, at=FEBRUARY)
    assert Article.objects.visible_to(author).exists()
    trash(draft, by=author, at=JANUARY)
    assert empty_trash(at=JANUARY + timedelta(days=30)) == (1, [])
    assert Transition.objects.get(verb="purge").detail["title"] == draft.title
    assert Transition.objects.count() == 4


def test_what_is_public_or_scheduled_does_not_go_to_the_trash(draft: Article, editor: User) -> None:
    published(draft, at=JANUARY, published_at=FEBRUARY)
    with pytest.raises(ValidationError, match="scheduled"):
        trash(draft, by=editor, at=JANUARY)
    with pytest.raises(ValidationError, match="is public"):
        trash(draft, by=editor, at=FEBRUARY)


def test_the_command_empties_the_trash(draft: Article, capsys: pytest.CaptureFixture[str]) -> None:
    Article.objects.update(trashed_at=timezone.now() - timedelta(days=31))
    call_command("empty_trash")
    assert capsys.readouterr().out == "1 deleted for good.\n"


def test_pages_ask_do_and_refuse(client: Client, draft: Article, author: User, editor: User) -> None:
    client.force_login(author)
    at = f"/admin/articles/article/{draft.pk}/do/"
    assert client.get(f"{at}submit/").status_code == 200
    assert client.post(f"{at}submit/", {"reason": "Please."}).status_code == 302
    refused = client.post(f"{at}approve/", {})
    assert refused.status_code == 403
    assert "Only editors approve articles" in refused.content.decode()
    client.force_login(editor)
    assert "Say what has to be changed" in client.post(f"{at}request_changes/", {}).content.decode()
    assert client.post(f"{at}request_changes/", {"reason": "Name the source."}).status_code == 302
    client.force_login(author)
    page = client.get(f"/admin/articles/article/{draft.pk}/change/").content.decode()
    assert "Name the source." in page
    assert 'name="_submit"' in page
    assert client.post(f"{at}trash/", {}).status_code == 302
    put_away = client.get("/admin/articles/article/trash/").content.decode()
    assert draft.title in put_away
    assert "Words." in put_away
    assert draft.title not in client.get("/admin/articles/article/").content.decode()
    assert client.get(f"/admin/articles/article/{draft.pk}/change/").status_code == 302
    assert client.post(f"{at}restore/", {}).status_code == 302
    assert draft.title in client.get("/admin/articles/article/").content.decode()
    assert client.get(f"{at}destroy/").status_code == 404
