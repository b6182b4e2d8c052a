"""Writing, answering, resolving a note: each one function, one transaction, one row of the article's log."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.notes.anchoring import MOST_AROUND, MOST_QUOTE, Anchor, plain
from articles.notes.models import MOST_BODY, Note
from articles.notes.people import mentioned_in
from articles.notes.wording import answered, mentioned
from articles.workflow.mailing import tell
from articles.workflow.verbs import locked_for, log
from articles.writing.models import Article

MOST_NOTES = 500
MOST_ANSWERS = 200
PART = "notes"
NOWHERE = Anchor("")


@transaction.atomic
def add(article: Article, body: str, *, by: Any, at: datetime, anchor: Anchor = NOWHERE) -> Note:
    """Write a note about a passage; an empty quote is the whole article. The people mentioned are told by mail.

    Raises:
        ValidationError: the refusal, or no words, or too many.
    """
    locked = locked_for(article, "comment", by)
    if Note.objects.filter(article=locked.pk, parent=None).count() >= MOST_NOTES:
        raise ValidationError(_("This article has %(most)d notes already.") % {"most": MOST_NOTES})
    note = Note.objects.create(
        article=locked,
        author=by,
        body=_words(body),
        quote=plain(anchor.quote)[:MOST_QUOTE].rstrip(),
        prefix=plain(anchor.prefix)[-MOST_AROUND:],
        suffix=plain(anchor.suffix)[:MOST_AROUND],
        created_at=at,
    )
    for person in _keep_mentions(note, locked):
        tell(person, locked, mentioned(note, locked), part=PART)
    log(locked, "note", by=by, at=at, note=note.pk)
    return note


@transaction.atomic
def answer(note: Note, body: str, *, by: Any, at: datetime) -> Note:
    """Answer a note; answering an answer answers its note. Its author and the people mentioned are told by mail.

    Raises:
        ValidationError: the refusal, no words or too many, or the note is resolved.
    """
    locked = locked_for(note.article, "comment", by)
    first = Note.objects.select_related("author").get(pk=note.parent_id or note.pk)
    if first.resolved_at is not None:
        raise ValidationError(_("This note is resolved. Open it again to answer it."))
    if first.answers.count() >= MOST_ANSWERS:
        raise ValidationError(_("This note has %(most)d answers already.") % {"most": MOST_ANSWERS})
    made = Note.objects.create(article=locked, parent=first, author=by, body=_words(body), created_at=at)
    told = _keep_mentions(made, locked)
    for person in told:
        tell(person, locked, mentioned(made, locked), part=PART)
    if first.author is not None and first.author not in [by, *told]:
        tell(first.author, locked, answered(made, locked), part=PART)
    log(locked, "answer_note", by=by, at=at, note=first.pk)
    return made


@transaction.atomic
def resolve(note: Note, *, by: Any, at: datetime) -> Note:
    """Say that nothing is left to do. Raises ValidationError: the refusal, or it is resolved already."""
    locked = locked_for(note.article, "comment", by)
    done = _first_of(note).filter(resolved_at=None).update(resolved_at=at, resolved_by=by)
    if not done:
        raise ValidationError(_("This note is resolved already."))
    log(locked, "resolve_note", by=by, at=at, note=note.pk)
    return Note.objects.get(pk=note.pk)


@transaction.atomic
def reopen(note: Note, *, by: Any, at: datetime) -> Note:
    """Take the resolution back. Raises ValidationError: the refusal, or the note is open."""
    locked = locked_for(note.article, "comment", by)
    done = _first_of(note).exclude(resolved_at=None).update(resolved_at=None, resolved_by=None)
    if not done:
        raise ValidationError(_("This note is open already."))
    log(locked, "reopen_note", by=by, at=at, note=note.pk)
    return Note.objects.get(pk=note.pk)


def _first_of(note: Note) -> Any:
    return Note.objects.filter(pk=note.pk, parent=None)


def _words(body: str) -> str:
    words = body.strip()
    if not words:
        raise ValidationError({"body": _("Write what you want to say.")})
    if len(words) > MOST_BODY:
        raise ValidationError({"body": _("A note has at most %(most)d characters.") % {"most": MOST_BODY}})
    return words


def _keep_mentions(note: Note, article: Article) -> list[Any]:
    people, _unknown = mentioned_in(note.body, article)
    note.mentions.set(people)
    return [person for person in people if person != note.author]
