"""An edition whose time has not come, taken back before anybody has read it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from articles.editions.models import Address, Edition, Withdrawal
from articles.workflow.intervals import keep_end_date
from articles.workflow.models import Transition
from articles.writing.models import Article


def cancel_coming(article: Article, *, by: AbstractBaseUser | None, at: datetime) -> bool:
    """Delete the edition that is not yet published, if there is one, and log it: its text is gone with it."""
    coming = Edition.objects.filter(article=article.pk, published_at__gt=at).first()
    if coming is None:
        return False
    number, starts = coming.number, coming.published_at
    Edition.objects.filter(pk=coming.pk).cancel_unpublished(at)
    _give_addresses_back(article)
    Edition.objects.filter(article=article.pk, superseded_at=starts).update(superseded_at=None)
    if number == 1:
        Withdrawal.objects.planned(at).filter(article=article).delete()
    keep_end_date(article.pk, at)
    Transition.objects.create(
        article=article,
        verb=Transition.Verb.CANCEL,
        at=at,
        by_id=by.pk if by else None,
        edition_number=number,
        detail={"was_scheduled_for": starts.isoformat()},
    )
    return True


def _give_addresses_back(article: Article) -> None:
    """Slugs under which nothing was ever public are free again."""
    kept = Edition.objects.filter(article=article.pk).values("slug")
    Address.objects.filter(article=article).exclude(slug__in=kept).delete()
