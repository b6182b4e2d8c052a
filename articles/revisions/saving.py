"""Saving a working copy: the version moves on, a snapshot is kept, a stale save is refused and kept aside."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.presence.verbs import present_at
from articles.revisions.copies import AS_TYPED, Copy, changed_fields, snapshot_of
from articles.revisions.models import Revision
from articles.writing.models import Article

# Autosaves of one person within this time are one revision.
ONE_SITTING = timedelta(minutes=5)


class StaleSave(Exception):
    """Somebody saved a newer version meanwhile. Carries the stored snapshot, so that nothing is lost."""

    def __init__(self, stored: Copy, version: int) -> None:
        super().__init__(f"version {version} is stored")
        self.stored, self.version = stored, version


@dataclass(frozen=True, slots=True)
class Writing:
    """Which text somebody wrote on: the version the page was opened with, and which of its saves this is."""

    version: int | None
    session: str = ""
    turn: int = 0


def version_written_on(article: int, writing: Writing) -> int | None:
    """The version to expect: the stored one, if it is an earlier save of the same open page."""
    if not writing.session:
        return writing.version
    version = Article.objects.values_list("version", flat=True).get(pk=article)
    own = Revision.objects.filter(
        article=article, version=version, session=writing.session, turn__lt=writing.turn
    )
    return version if own.exclude(kind=Revision.Kind.ASIDE).exists() else writing.version


def is_late(article: int, writing: Writing) -> bool:
    """Whether a later save of the same open page has arrived before this one."""
    return (
        bool(writing.session)
        and Revision.objects.filter(article=article, session=writing.session, turn__gt=writing.turn).exists()
    )


def begun_by(session: str, person: AbstractBaseUser) -> int | None:
    """The article that an open page has started by its first autosave, if any."""
    if not session:
        return None
    begun = Revision.objects.filter(session=session, saved_by_id=person.pk).order_by("pk")
    return begun.values_list("article", flat=True).first()


@transaction.atomic
def claim_version(article: Article, *, expected: int | None) -> None:
    """Move the version on, if it still is the expected one. What is stored now stays in a revision.

    Raises:
        StaleSave: another save came first; nothing is written.
    """
    moved = expected is not None and Article.objects.filter(pk=article.pk, version=expected).update(
        version=expected + 1
    )
    stored = Article.objects.select_related("publication", "translation_of", "lead_image").get(pk=article.pk)
    if not moved or expected is None:
        raise StaleSave(snapshot_of(stored), stored.version)
    _keep_unkept(stored, expected)
    article.version = expected + 1


def _keep_unkept(stored: Article, version: int) -> None:
    """The text about to be overwritten, where no revision has it: it came by a fixture or an import."""
    if of_version(stored.pk, version) is None:
        Revision.objects.create(
            article=stored,
            number=next_number(stored.pk),
            version=version,
            started_at=stored.updated_at,
            saved_at=stored.updated_at,
            snapshot=snapshot_of(stored),
        )


def of_version(article: int, version: int) -> Revision | None:
    """The revision that has this version of the working copy, or None."""
    return Revision.objects.filter(article=article, version=version).exclude(kind=Revision.Kind.ASIDE).first()


def next_number(article: int) -> int:
    """The number of an article's next revision. The caller holds the article's row."""
    return (Revision.objects.filter(article=article).aggregate(n=Max("number"))["n"] or 0) + 1


@transaction.atomic
def save_revision(
    article: Article,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    kind: str = Revision.Kind.SAVE,
    writing: Writing | None = None,
    as_typed: dict[str, Any] | None = None,
) -> Revision:
    """Keep a snapshot of the stored working copy under its present version. Saving twice keeps one."""
    stored = Article.objects.select_related("publication", "translation_of", "lead_image").get(pk=article.pk)
    copy = snapshot_of(stored) | ({AS_TYPED: as_typed} if as_typed else {})
    before = _before(stored, stored.version)
    going_on = of_version(stored.pk, stored.version) or _sitting(before, by, at, kind)
    if before is not None and going_on == before:
        before = _before(stored, before.version)
    revision = going_on or Revision(article=stored, number=next_number(stored.pk), started_at=at)
    revision.version, revision.kind, revision.saved_at, revision.snapshot = stored.version, kind, at, copy
    revision.saved_by_id = by.pk if by else None
    revision.changed = changed_fields(before.snapshot, copy) if before else []
    if writing:
        revision.session, revision.turn = writing.session, writing.turn
    revision.save()
    return revision


def _before(article: Article, version: int) -> Revision | None:
    earlier = Revision.objects.filter(article=article, version__lt=version)
    return earlier.exclude(kind=Revision.Kind.ASIDE).order_by("-version").first()


def _sitting(last: Revision | None, by: AbstractBaseUser | None, at: datetime, kind: str) -> Revision | None:
    """The autosave that this one goes on with: same person, moments ago, nobody else there who may build on it."""
    if last is None or by is None or kind != Revision.Kind.AUTOSAVE or last.kind != kind:
        return None
    if last.saved_by_id != by.pk or at - last.started_at > ONE_SITTING:
        return None
    return None if present_at([last.article_id], at, but=by) else last


@transaction.atomic
def keep_aside(
    article: int, copy: Copy, *, by: AbstractBaseUser | None, at: datetime, writing: Writing
) -> Revision:
    """Keep a text that a stale save could not store. The same page keeps one such text, its newest."""
    locked = Article.objects.select_for_update(no_key=True).get(pk=article)
    aside = Revision.objects.filter(article=locked, kind=Revision.Kind.ASIDE, settled_at=None)
    mine = aside.filter(saved_by_id=by.pk if by else None, version=writing.version or 0)
    kept = mine.filter(session=writing.session).first() if writing.session else None
    if kept is not None and kept.turn > writing.turn:
        return kept
    if kept is None:
        kept = Revision(article=locked, number=next_number(article), kind=Revision.Kind.ASIDE, started_at=at)
    base = base_of(article, writing.version)
    kept.version, kept.saved_at, kept.saved_by_id = writing.version or 0, at, by.pk if by else None
    kept.session, kept.turn, kept.snapshot = writing.session, writing.turn, {**snapshot_of(locked), **copy}
    kept.changed = changed_fields(base, kept.snapshot)
    kept.save()
    return kept


def base_of(article: int, version: int | None) -> Copy:
    """What a text was written on: the newest kept revision that is not newer than its version, else nothing."""
    if version is None:
        return {}
    earlier = Revision.objects.filter(article=article, version__lte=version)
    found = earlier.exclude(kind=Revision.Kind.ASIDE).order_by("-version").first()
    return dict(found.snapshot) if found else {}


def settle(aside: Revision, *, at: datetime) -> None:
    """A text kept aside has been dealt with. It stays in the list."""
    Revision.objects.filter(pk=aside.pk, settled_at=None).update(settled_at=at)


def today_or_before(moment: datetime) -> str:
    """“10:42”, with the day where it is not today's: for the line that says when something was saved."""
    local = timezone.localtime(moment)
    same = local.date() == timezone.localdate()
    return local.strftime("%H:%M" if same else "%Y-%m-%d %H:%M")
