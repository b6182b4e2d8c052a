"""Editorial verbs: each is one function, one transaction, one log row; the clock is an argument."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.editions.compile import compile_edition
from articles.editions.models import Edition, Withdrawal
from articles.figures.marks import marks_of
from articles.releases.leaving import leave, lock_coming_releases
from articles.workflow.blockers import (
    Problem,
    PublishingBlocked,
    problems_of,
    published_since,
    refuse_if_released_together,
    saved_since,
)
from articles.workflow.coming import cancel_coming
from articles.workflow.intervals import close_last, keep_end_date, lift_withdrawal, recompile_translations
from articles.workflow.models import NextEdition, Transition
from articles.writing.models import Article
from articles.writing.stages import Stage
from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from taxonomy.printable import plain_text


@transaction.atomic
def publish(
    article: Article,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    kind: str = Edition.Kind.FIRST,
    note: str = "",
    published_at: datetime | None = None,
    confirm_warnings: bool = False,
    override_reason: str = "",
    seen_version: int | None = None,
    seen_number: int | None = None,
) -> Edition:
    """Publish the stored working copy as its next edition, at once or at a future time.

    Args:
        by, at: who publishes, now.
        kind: first, update, correction or clarification.
        note: the public note; required after the first edition.
        published_at: a time not before `at` to schedule it; None for now.
        confirm_warnings: the editor has read the warnings.
        seen_version: the version of the working copy that the editor has seen; a later one is not published.
        seen_number: the number that the edition was to get when the editor saw it; a double click is no second one.
        override_reason: why errors about figures are overridden; the caller has checked the permission.

    Raises:
        PublishingBlocked: with every problem; nothing has changed.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    when = max(published_at or at, at)
    _refuse_unseen(locked, seen_version, seen_number)
    _hold_indicators(locked)
    problems = problems_of(locked, at=at, kind=kind, note=note, published_at=when)
    if any(_blocks(problem, confirm_warnings, override_reason) for problem in problems):
        raise PublishingBlocked(problems)
    lift_withdrawal(locked, at)
    number, words = close_last(locked, when) + 1, plain_text(note).strip()
    edition = compile_edition(locked, number=number, kind=kind, note=words, published_at=when, by=by, at=at)
    _settle(locked, edition, problems, at=at, reason=override_reason.strip())
    return edition


def _hold_indicators(article: Article) -> None:
    """What the figures are called stays as it is until the edition is written."""
    series = {mark.reference.rpartition(":")[0] for mark in marks_of(article.body)}
    hold_indicators_of(Series.objects.filter(code__in=series))


def _settle(
    article: Article, edition: Edition, problems: list[Problem], *, at: datetime, reason: str
) -> None:
    """What was prepared for this edition is done with, and the log knows."""
    keep_end_date(article.pk, at)
    NextEdition.objects.filter(article=article.pk).delete()
    _log_publication(edition, problems, stage=article.stage, at=at, reason=reason)
    _begin_next_round(article)


def _refuse_unseen(article: Article, version: int | None, number: int | None) -> None:
    """What was saved or published after the editor looked is not published unread, nor twice."""
    if version not in (None, article.version):
        raise PublishingBlocked([saved_since()])
    last = Edition.objects.filter(article=article.pk).aggregate(n=Max("number"))["n"] or 0
    if number not in (None, last + 1):
        raise PublishingBlocked([published_since(last)])


def _begin_next_round(article: Article) -> None:
    """What was agreed has been published: the next change starts as a draft, with no day set."""
    fresh = {"stage": Stage.DRAFT, "due_on": None, "planned_for": None}
    Article.objects.filter(pk=article.pk).update(**fresh)


def _log_publication(
    edition: Edition, problems: list[Problem], *, stage: str, at: datetime, reason: str
) -> None:
    Transition.objects.create(
        article_id=edition.article_id,
        verb=Transition.Verb.SCHEDULE if edition.published_at > at else Transition.Verb.PUBLISH,
        at=at,
        by_id=edition.published_by_id,
        edition_number=edition.number,
        reason=reason,
        detail={"confirmed": [problem.message for problem in problems], "stage": stage},
    )


def _blocks(problem: Problem, confirm_warnings: bool, override_reason: str) -> bool:
    if problem.severity == "warning":
        return not confirm_warnings
    return not (problem.may_override and override_reason.strip())


@transaction.atomic
def cancel_schedule(
    article: Article, *, by: AbstractBaseUser | None, at: datetime, with_release: bool = False
) -> None:
    """Delete the edition that is not yet published, and let the one before stay current.

    Args:
        with_release: the whole release that it belongs to is being cancelled.

    Raises:
        ValidationError: nothing is scheduled, its time has come, or it goes live with others.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if not with_release:
        refuse_if_released_together(locked, at)
    if not cancel_coming(locked, by=by, at=at):
        raise ValidationError(_("Nothing is scheduled any more: the edition is already public."))


def nothing_public() -> str:
    """Why an article without a current edition cannot be withdrawn."""
    return _("Nothing of this article is public, so nothing can be withdrawn.")


@transaction.atomic
def withdraw(article: Article, *, by: AbstractBaseUser | None, at: datetime, reason: str) -> Withdrawal:
    """Take an article back: every address of it answers 410 with the reason, at once.

    A scheduled release does not hold it back: the article leaves the release, which goes on without it.

    Raises:
        ValidationError: no reason is given, or nothing of the article is public.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the article is withdrawn. Readers see it.")})
    held_by = lock_coming_releases(article, at)
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    current = Edition.objects.current(at).filter(article=locked.pk).first()
    if current is None:
        raise ValidationError(nothing_public())
    leave(held_by, locked, by=by, at=at)
    cancel_coming(locked, by=by, at=at)
    Edition.objects.filter(pk=current.pk).update(superseded_at=at)
    # An end date that was planned is overtaken.
    Withdrawal.objects.planned(at).filter(article=locked).delete()
    Edition.objects.filter(article=locked.pk).update(withdrawn_at=at, ends_at=None)
    withdrawal = Withdrawal.objects.create(
        article=locked, reason=reason.strip(), at=at, by_id=by.pk if by else None, title=current.title
    )
    Transition.objects.create(
        article=locked,
        verb=Transition.Verb.WITHDRAW,
        at=at,
        by_id=by.pk if by else None,
        edition_number=current.number,
        reason=reason.strip(),
    )
    _begin_next_round(locked)
    recompile_translations(locked.pk, at)
    return withdrawal
