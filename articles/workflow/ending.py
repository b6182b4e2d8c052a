"""An end date: from a future moment on the article is withdrawn, with a reason given now. No worker is needed."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Edition, Withdrawal
from articles.workflow.blockers import shown_time
from articles.workflow.intervals import keep_end_date
from articles.workflow.models import Transition
from articles.writing.models import Article


@transaction.atomic
def plan_end(
    article: Article, *, ends_at: datetime, reason: str, by: AbstractBaseUser | None, at: datetime
) -> Withdrawal:
    """Let an article end at a future moment; an end date that was planned before is replaced.

    Until then nothing changes for readers. From then on every address of it answers 410 with the reason.

    Raises:
        ValidationError: no reason, a time that has passed, nothing to end, or an edition that starts later.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    _refuse_end(locked, ends_at, reason, at)
    before = Withdrawal.objects.planned(at).filter(article=locked).first()
    if before:
        _forget(locked, before)
    newest = Edition.objects.filter(article=locked.pk).order_by("-number")[0]
    ending = Withdrawal.objects.create(
        article=locked, reason=reason.strip(), at=ends_at, by_id=by.pk if by else None, title=newest.title
    )
    keep_end_date(locked.pk, at)
    Transition.objects.create(
        article=locked,
        verb=Transition.Verb.END,
        at=at,
        by_id=by.pk if by else None,
        edition_number=newest.number,
        reason=reason.strip(),
        detail={"ends_at": ends_at.isoformat(), "before": before.at.isoformat() if before else None},
    )
    return ending


def _refuse_end(article: Article, ends_at: datetime, reason: str, at: datetime) -> None:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the article will end. Readers will see it.")})
    if ends_at <= at:
        told = _("This time has passed: it is %(now)s. Choose a later one, or withdraw the article now.")
        raise ValidationError({"ends_at": told % {"now": shown_time(at)}})
    if Withdrawal.objects.in_force(at).filter(article=article).exists():
        raise ValidationError(_("The article is withdrawn already."))
    newest = Edition.objects.filter(article=article.pk).order_by("-number").first()
    if newest is None:
        raise ValidationError(_("Nothing of this article is public or scheduled, so nothing can end."))
    if newest.published_at >= ends_at:
        told = _("Edition %(n)d starts on %(when)s. Choose an end after that, or cancel its schedule.")
        told %= {"n": newest.number, "when": shown_time(newest.published_at)}
        raise ValidationError({"ends_at": told})


@transaction.atomic
def cancel_end(article: Article, *, by: AbstractBaseUser | None, at: datetime) -> None:
    """The article stays.

    Raises:
        ValidationError: no end is planned, or it has come.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    ending = Withdrawal.objects.planned(at).filter(article=locked).first()
    if ending is None:
        raise ValidationError(_("No end is planned any more. If it has come, publish the article again."))
    _forget(locked, ending)
    keep_end_date(locked.pk, at)
    Transition.objects.create(
        article=locked,
        verb=Transition.Verb.CANCEL_END,
        at=at,
        by_id=by.pk if by else None,
        reason=ending.reason,
        detail={"ends_at": ending.at.isoformat()},
    )


def _forget(article: Article, ending: Withdrawal) -> None:
    """Nobody has read it: like an edition that is not public yet, it may go. The log keeps it."""
    Edition.objects.filter(article=article.pk, superseded_at=ending.at).update(superseded_at=None)
    Withdrawal.objects.filter(pk=ending.pk).delete()
