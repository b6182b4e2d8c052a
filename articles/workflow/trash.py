"""The trash: out of sight at once, restorable for 30 days, then deleted for good if nothing was ever public."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from django.utils.translation import gettext as _

from articles.editions.models import Edition, Withdrawal
from articles.workflow.models import Transition
from articles.workflow.verbs import locked_for, log
from articles.writing.models import Article

KEPT = timedelta(days=30)


@transaction.atomic
def trash(article: Article, *, by: Any, at: datetime, reason: str = "") -> Transition:
    """Put it in the trash. Its address stays taken until it is deleted for good.

    Raises:
        ValidationError: the refusal; what is public or scheduled is withdrawn or cancelled first.
    """
    locked = locked_for(article, "trash", by)
    if why := why_not_trash(locked, at):
        raise ValidationError(why)
    Article.objects.filter(pk=locked.pk).update(trashed_at=at, trashed_by=by)
    article.trashed_at = at
    return log(locked, "trash", by=by, at=at, reason=reason.strip())


def why_not_trash(article: Article, at: datetime) -> str:
    """Readers have it, or will: the trash would not take it away from them."""
    editions = Edition.objects.filter(article=article.pk)
    if editions.filter(published_at__gt=at).exists():
        return _("This article is scheduled. Cancel the schedule first.")
    withdrawn = Withdrawal.objects.in_force(at).filter(article=article.pk).exists()
    if editions.exists() and not withdrawn:
        return _("This article is public. Withdraw it first; readers are then told why it is gone.")
    return ""


@transaction.atomic
def restore(article: Article, *, by: Any, at: datetime, reason: str = "") -> Transition:
    """Take it out of the trash, as it was. Raises ValidationError with the refusal."""
    locked = locked_for(article, "restore", by)
    Article.objects.filter(pk=locked.pk).update(trashed_at=None, trashed_by=None)
    article.trashed_at = None
    return log(locked, "untrash", by=by, at=at, reason=reason.strip())


def overdue(at: datetime) -> QuerySet[Any]:
    """What has been in the trash for 30 days and was never public. Tombstones of withdrawn articles stay."""
    published = Edition.objects.filter(article=OuterRef("pk"))
    found: QuerySet[Any] = Article.objects.filter(trashed_at__lte=at - KEPT).exclude(Exists(published))
    return found


def empty_trash(*, at: datetime) -> tuple[int, list[str]]:
    """Delete for good what is overdue, each in its own transaction. Returns how many, and what something else holds."""
    gone, held = 0, []
    for article in overdue(at):
        try:
            _purge(article, at)
        except ProtectedError:
            held.append(article.slug)
        else:
            gone += 1
    return gone, held


@transaction.atomic
def _purge(article: Article, at: datetime) -> None:
    log(article, "purge", by=None, at=at, title=article.title, slug=article.slug, id=article.pk)
    article.delete()
