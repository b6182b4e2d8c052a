"""Notes to colleagues: the verbs, who is told, and what stays when the text changes."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from articles.notes import verbs
from articles.notes.anchoring import Anchor
from articles.notes.listing import notes_of
from articles.notes.models import MOST_BODY, Note
from articles.notes.people import mentioned_in, readers_of
from articles.workflow.models import Transition
from articles.workflow.permissions import refusal
from articles.workflow.verbs import assign
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, an_editor, somebody

pytestmark = pytest.mark.django_db
Catch = Any


@pytest.fixture
def author() -> User:
    return somebody("Author")


@pytest.fixture
def editor() -> User:
    return somebody("Editor")


@pytest.fixture
def article(author: User) -> Article:
    return an_article("<p>Output rose by 30 percent.</p>", created_by=author, title="Output")


def test_a_note_is_written_answered_resolved_and_opened_again(
    article: Article, author: User, editor: User
) -> None:
    note = verbs.add(article, " Says who? ", by=editor, at=JANUARY, anchor=Anchor("30 percent", "by ", "."))
    made = verbs.answer(note, "The office.", by=author, at=FEBRUARY)
    assert (note.body, note.quote, made.parent, made.quote) == ("Says who?", "30 percent", note, "")
    assert verbs.answer(made, "Which one?", by=editor, at=FEBRUARY).parent == note
    assert verbs.resolve(note, by=author, at=MARCH).resolved_by == author
    assert verbs.reopen(note, by=editor, at=MARCH).resolved_at is None
    rows = Transition.objects.filter(article=article).order_by("pk")
    told = ["note", "answer_note", "answer_note", "resolve_note", "reopen_note"]
    assert list(rows.values_list("verb", flat=True)) == told
    assert {row.detail["note"] for row in rows} == {note.pk}


def test_what_cannot_be_done_twice(article: Article, editor: User) -> None:
    note = verbs.add(article, "Words", by=editor, at=JANUARY)
    with pytest.raises(ValidationError, match="open already"):
        verbs.reopen(note, by=editor, at=JANUARY)
    verbs.resolve(note, by=editor, at=JANUARY)
    with pytest.raises(ValidationError, match="resolved already"):
        verbs.resolve(note, by=editor, at=JANUARY)
    with pytest.raises(ValidationError, match="Open it again"):
        verbs.answer(note, "Late", by=editor, at=JANUARY)
    assert Transition.objects.count() == 2


@pytest.mark.parametrize("body", ["", "  \n", "x" * (MOST_BODY + 1)])
def test_a_note_has_words_and_not_too_many(article: Article, editor: User, body: str) -> None:
    with pytest.raises(ValidationError):
        verbs.add(article, body, by=editor, at=JANUARY)
    assert not Note.objects.exists()
    assert not Transition.objects.exists()


def test_nobody_writes_on_what_is_foreign_or_in_the_trash(article: Article, author: User) -> None:
    other = somebody("Author", "other")
    with pytest.raises(ValidationError, match="another person's"):
        verbs.add(article, "Words", by=other, at=JANUARY)
    note = verbs.add(article, "Words", by=author, at=JANUARY)
    Article.objects.update(trashed_at=JANUARY)
    for verb in (verbs.resolve, verbs.reopen):
        with pytest.raises(ValidationError, match="in the trash"):
            verb(note, by=author, at=JANUARY)
    with pytest.raises(ValidationError, match="in the trash"):
        verbs.answer(note, "Words", by=author, at=JANUARY)


def test_an_answer_has_no_anchor_of_its_own(article: Article) -> None:
    note = Note.objects.create(article=article, body="x", created_at=JANUARY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.create(article=article, body="x", created_at=JANUARY, parent=note, quote="words")


def test_open_notes_first_and_a_changed_passage_stays_listed(article: Article, editor: User) -> None:
    done = verbs.add(article, "Done", by=editor, at=JANUARY, anchor=Anchor("Output"))
    still = verbs.add(article, "Still", by=editor, at=FEBRUARY, anchor=Anchor("30 percent"))
    verbs.resolve(done, by=editor, at=FEBRUARY)
    Article.objects.update(body="<p>Output rose by 31 percent.</p>")
    notes = notes_of(editor, Article.objects.get())
    assert notes is not None
    assert [(thread.note, thread.lost) for thread in notes.all] == [(still, True), (done, False)]
    assert notes.open == 1


def test_the_list_takes_two_questions(
    article: Article, editor: User, django_assert_max_num_queries: Any
) -> None:
    for _each in range(5):
        note = verbs.add(article, "Words", by=editor, at=JANUARY, anchor=Anchor("Output"))
        verbs.answer(note, "Words", by=editor, at=JANUARY)
    known = User.objects.get(pk=editor.pk)
    assert not refusal(known, "view", article)
    with django_assert_max_num_queries(2):
        notes = notes_of(known, article)
    assert notes is not None
    assert len(notes.all) == 5


def test_the_people_who_may_be_mentioned_are_those_who_may_see_it(article: Article, editor: User) -> None:
    for role in ("Data editor", "Moderator", ""):
        somebody(role)
    somebody("Author", "other")
    somebody("Editor", "gone")
    User.objects.filter(username="gone").update(is_active=False)
    an_editor("above")
    may = [each for each in User.objects.order_by("username") if not refusal(each, "view", article)]
    assert list(readers_of(article)) == may
    assert "other" not in [each.username for each in may]
    assert {"author", "editor", "above"} == {each.username for each in may}


def test_mentions_are_told_by_mail_after_the_transaction(
    article: Article,
    author: User,
    editor: User,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Catch,
) -> None:
    Article.objects.update(title="Output\r\nBcc: all@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        note = verbs.add(article, "Look, @author.", by=editor, at=JANUARY, anchor=Anchor("30 percent"))
        assert mailoutbox == []
    [mail] = mailoutbox
    assert mail.to == [author.email]
    assert mail.subject == "editor mentioned you in a note on “Output Bcc: all@example.org”"
    assert "30 percent" in str(mail.body)
    assert f"/admin/articles/article/{article.pk}/change/#notes" in str(mail.body)
    assert list(note.mentions.all()) == [author]


def test_nobody_is_told_who_may_not_see_it(
    article: Article, editor: User, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Catch
) -> None:
    somebody("Author", "other")
    somebody("Moderator")
    with django_capture_on_commit_callbacks(execute=True):
        note = verbs.add(article, "@other @moderator @nobody-at-all", by=editor, at=JANUARY)
    assert mailoutbox == []
    assert not note.mentions.exists()
    assert mentioned_in(note.body, article)[1] == ["other", "moderator", "nobody-at-all"]


def test_an_answer_is_told_to_the_one_who_asked_unless_the_article_was_taken_away(
    article: Article,
    author: User,
    editor: User,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Catch,
) -> None:
    guest = somebody("Author", "guest")
    Article.objects.update(assigned_to=guest)
    note = verbs.add(article, "Is this right?", by=guest, at=JANUARY)
    with django_capture_on_commit_callbacks(execute=True):
        verbs.answer(note, "Yes.", by=editor, at=JANUARY)
    assert [mail.to for mail in mailoutbox] == [[guest.email]]
    Article.objects.update(assigned_to=None)
    with django_capture_on_commit_callbacks(execute=True):
        verbs.answer(note, "Still yes.", by=editor, at=JANUARY)
    assert len(mailoutbox) == 1


def test_a_person_is_told_of_an_assignment_once(
    article: Article, editor: User, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Catch
) -> None:
    other = somebody("Author", "other")
    with django_capture_on_commit_callbacks(execute=True):
        assign(article, other, by=editor, at=JANUARY, due_on=MARCH.date())
        assign(article, other, by=editor, at=JANUARY)
        assign(article, editor, by=editor, at=JANUARY)
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        ([other.email], "“Output” is assigned to you")
    ]
    assert "2025-03-15" in str(mailoutbox[0].body)
