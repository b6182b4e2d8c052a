"""Move a schedule: the same edition, at another time. What it says stays as it was approved."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Edition, Withdrawal
from articles.editions.moving import moved_edition
from articles.workflow.blockers import refuse_if_released_together, shown_time
from articles.workflow.intervals import keep_end_date
from articles.workflow.models import Transition
from articles.writing.models import Article


@transaction.atomic
def reschedule(
    article: Article,
    *,
    published_at: datetime,
    by: AbstractBaseUser | None,
    at: datetime,
    with_release: bool = False,
) -> Edition:
    """Give the coming edition another time. The working copy may have moved on; the edition does not.

    Args:
        with_release: the whole release that it belongs to is being moved.

    Raises:
        ValidationError: nothing is scheduled, it goes live with others, the time has passed, or the article ends
            before it.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    coming = Edition.objects.filter(article=locked.pk, published_at__gt=at).first()
    if coming is None:
        raise ValidationError(_("Nothing is scheduled any more: the edition is already public."))
    if not with_release:
        refuse_if_released_together(locked, at)
    _refuse_time(locked, published_at, at)
    starts = coming.published_at
    before = Edition.objects.filter(article=locked.pk, superseded_at=starts, number=coming.number - 1)
    edition = moved_edition(coming, published_at=published_at, at=at)
    before.update(superseded_at=published_at)
    keep_end_date(locked.pk, at)
    Transition.objects.create(
        article=locked,
        verb=Transition.Verb.MOVE,
        at=at,
        by_id=by.pk if by else None,
        edition_number=edition.number,
        detail={"from": starts.isoformat(), "to": published_at.isoformat()},
    )
    return edition


def _refuse_time(article: Article, published_at: datetime, at: datetime) -> None:
    if published_at <= at:
        told = _("This time has passed: it is %(now)s. Choose a later one.")
        raise ValidationError({"published_at": told % {"now": shown_time(at)}})
    ending = Withdrawal.objects.planned(at).filter(article=article).first()
    if ending and published_at >= ending.at:
        told = _("The article ends on %(when)s. Choose an earlier time, or cancel the end date.")
        raise ValidationError({"published_at": told % {"when": shown_time(ending.at)}})
