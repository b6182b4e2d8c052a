"""Making a copy the working copy: by autosave, after a merge, by restoring. The rules of a save hold on every path."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.revisions.copies import AS_TYPED, Copy, put_in, put_rows, snapshot_of
from articles.revisions.models import Revision
from articles.revisions.saving import Writing, claim_version, save_revision, settle, version_written_on
from articles.workflow.models import Transition
from articles.workflow.verbs import log, text_changed
from articles.writing.models import Article

MOST_AUTOSAVES = 100


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored working copy: its revision, and a sentence for each field that could not be stored as typed."""

    article: Article
    revision: Revision
    told: dict[str, str]


@transaction.atomic
def store_copy(
    article: int,
    copy: Copy,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    writing: Writing,
    kind: str = Revision.Kind.SAVE,
) -> Saved:
    """Make a copy the working copy. No edition changes; an approval falls where the writer may not approve.

    Raises:
        StaleSave: the copy was written on an older version; nothing is written.
        ValidationError: the body is too long.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article)
    claim_version(locked, expected=version_written_on(article, writing))
    told = put_in(locked, copy)
    locked.save()
    put_rows(locked, copy)
    typed = {name: copy[name] for name in told}
    revision = save_revision(locked, by=by, at=at, kind=kind, writing=writing, as_typed=typed)
    text_changed(locked, by=by, at=at)
    if kind == Revision.Kind.AUTOSAVE:
        _thin_out(article)
    return Saved(locked, revision, told)


class _Unchanged(Exception):
    """Rolls back what would have been a revision like the one before."""


def autosave_copy(
    article: int, copy: Copy, *, by: AbstractBaseUser | None, at: datetime, writing: Writing
) -> Saved:
    """As `store_copy`, but a copy that changes nothing leaves neither a revision nor a new version."""
    kind = Revision.Kind.AUTOSAVE
    newest = Revision.objects.filter(article=article).exclude(kind=Revision.Kind.ASIDE).first()
    try:
        with transaction.atomic():
            before = snapshot_of(Article.objects.get(pk=article))
            saved = store_copy(article, copy, by=by, at=at, writing=writing, kind=kind)
            if newest and not saved.told and before == saved.revision.snapshot:
                raise _Unchanged
    except _Unchanged:
        return Saved(Article.objects.get(pk=article), newest or Revision(), {})
    return saved


@transaction.atomic
def start_draft(copy: Copy, *, by: AbstractBaseUser | None, at: datetime, writing: Writing) -> Saved:
    """The row of a new article, made by its first autosave. The same page starts one article only.

    Raises:
        ValidationError: the body is too long.
    """
    begun = Revision.objects.filter(session=writing.session, saved_by_id=by.pk) if by else None
    first = begun.order_by("pk").first() if begun is not None and writing.session else None
    if first is not None:
        return autosave_copy(first.article_id, copy, by=by, at=at, writing=writing)
    article = Article(created_by_id=by.pk if by else None)
    told = put_in(article, copy)
    article.save(force_insert=True)
    put_rows(article, copy)
    typed = {name: copy[name] for name in told}
    revision = save_revision(
        article, by=by, at=at, kind=Revision.Kind.AUTOSAVE, writing=writing, as_typed=typed
    )
    log(article, Transition.Verb.BEGIN, by=by, at=at)
    return Saved(article, revision, told)


def _thin_out(article: int) -> None:
    """Only the newest autosaves are kept; what was saved on purpose always is."""
    kept = Revision.objects.filter(article=article, kind=Revision.Kind.AUTOSAVE).order_by("-number")
    last = kept.values_list("number", flat=True)[MOST_AUTOSAVES : MOST_AUTOSAVES + 1]
    for number in last:
        kept.filter(number__lte=number, version__lt=_version(article)).exclude(
            pk__in=_linked(article)
        ).delete()


def _version(article: int) -> int:
    return int(Article.objects.values_list("version", flat=True).get(pk=article))


def _linked(article: int) -> Any:
    """Revisions that a preview link shows."""
    return Revision.objects.filter(article=article, shown_by__isnull=False).values("pk")


@transaction.atomic
def restore_revision(
    article: int, number: int, *, by: AbstractBaseUser | None, at: datetime, expected: int
) -> Saved:
    """Make an earlier revision the working copy: a new revision. What stands now stays in the one before.

    Raises:
        StaleSave: somebody saved since the difference was shown; nothing is written.
        Revision.DoesNotExist: the article has no such revision.
    """
    revision = Revision.objects.get(article=article, number=number)
    copy = {**revision.snapshot, **revision.snapshot.get(AS_TYPED, {})}
    saved = store_copy(article, copy, by=by, at=at, writing=Writing(expected), kind=Revision.Kind.RESTORE)
    if revision.kind == Revision.Kind.ASIDE:
        settle(revision, at=at)
    log(saved.article, Transition.Verb.RESTORE, by=by, at=at, revision=number, becomes=saved.revision.number)
    return saved
