"""The verbs that change how a keyword stands: accept, deprecate, move to another address."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from taxonomy.history import log_change
from taxonomy.models import Keyword, KeywordAlias, Status
from taxonomy.signals import keywords_changed


@transaction.atomic
def accept(keywords: Iterable[Keyword], *, by: User, at: datetime) -> list[Keyword]:
    """Accept candidates, and take back deprecated keywords that no other one has replaced.

    Returns:
        Those that changed. A merged keyword stays deprecated.
    """
    return _set_status(keywords, Status.ACCEPTED, _("Accepted."), by=by, at=at)


@transaction.atomic
def deprecate(keywords: Iterable[Keyword], *, by: User, at: datetime) -> list[Keyword]:
    """Deprecate keywords: what carries them keeps them, nothing new should.

    Returns:
        Those that changed.
    """
    return _set_status(keywords, Status.DEPRECATED, _("Deprecated."), by=by, at=at)


def _set_status(
    keywords: Iterable[Keyword], status: Status, message: str, *, by: User, at: datetime
) -> list[Keyword]:
    locked = Keyword.objects.select_for_update().filter(pk__in=[k.pk for k in keywords], replaced_by=None)
    changed = list(locked.exclude(status=status))
    for keyword in changed:
        keyword.status = status
        keyword.save(update_fields=["status"])
        log_change(keyword, message, by=by, at=at)
    if changed:
        keywords_changed.send(sender=Keyword, keywords={k.pk for k in changed}, replaced={}, at=at)
    return changed


def keep_address(keyword: Keyword, former: str) -> None:
    """After a keyword has got another address: let the former one lead to it, and free the present one."""
    KeywordAlias.objects.filter(slug=keyword.slug).delete()
    if former and former != keyword.slug:
        KeywordAlias.objects.update_or_create(slug=former, defaults={"keyword": keyword})
