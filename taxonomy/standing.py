"""The verbs that change how a keyword stands: accept, deprecate, move in the tree, move to another address."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taxonomy.change_log import KeywordChange, log_change
from taxonomy.merging import merge
from taxonomy.models import Keyword, KeywordAlias, Status
from taxonomy.signals import keywords_changed


@transaction.atomic
def accept(keywords: Iterable[Keyword], *, by: User | None, at: datetime) -> list[Keyword]:
    """Accept candidates, and take back deprecated keywords that no other one has replaced.

    Returns:
        Those that changed. A merged keyword stays deprecated.
    """
    return _set_status(keywords, Status.ACCEPTED, by=by, at=at)


@transaction.atomic
def deprecate(keywords: Iterable[Keyword], *, by: User | None, at: datetime) -> list[Keyword]:
    """Deprecate keywords: what carries them keeps them, nothing new should.

    Returns:
        Those that changed.
    """
    return _set_status(keywords, Status.DEPRECATED, by=by, at=at)


@transaction.atomic
def reconsider(keywords: Iterable[Keyword], *, by: User | None, at: datetime) -> list[Keyword]:
    """Take keywords back to where nobody has accepted them.

    Returns:
        Those that changed.
    """
    return _set_status(keywords, Status.CANDIDATE, by=by, at=at)


@transaction.atomic
def retire(keyword: Keyword, *, replaced_by: Keyword | None, by: User | None, at: datetime) -> Keyword:
    """Take a keyword out of use: another one takes its place, which is a merge, or none does.

    Raises:
        ValidationError: the other one cannot take its place; nothing is changed.
    """
    if replaced_by is not None:
        return merge(keyword, replaced_by, by=by, at=at)
    deprecate([keyword], by=by, at=at)
    return keyword


@transaction.atomic
def move(keyword: Keyword, *, below: Keyword | None, by: User | None, at: datetime) -> bool:
    """Put a keyword, and all that is below it, below another one, or at the top of the tree.

    Returns:
        Whether anything changed.

    Raises:
        ValidationError: the other one stands below it, or is deprecated; nothing is changed.
    """
    locked = Keyword.objects.select_for_update().get(pk=keyword.pk)
    former = locked.parent
    if (below.pk if below else None) == locked.parent_id:
        return False
    if below is not None and below.status == Status.DEPRECATED:
        raise ValidationError({"below": _("“%(name)s” is deprecated.") % {"name": below.name}})
    locked.parent = below
    try:
        locked.clean()
    except ValidationError as error:
        raise ValidationError({"below": error.messages}) from error
    locked.save(update_fields=["parent"])
    names = {"old": former.name if former else _("the top"), "new": below.name if below else _("the top")}
    message = _("Moved from “%(old)s” to “%(new)s”.") % names
    detail = {"from": former.pk if former else None}
    log_change(locked, KeywordChange.Verb.MOVE, message, by=by, at=at, other=below, detail=detail)
    keywords_changed.send(sender=Keyword, keywords={locked.pk}, replaced={}, at=at)
    return True


@transaction.atomic
def give(keyword: Keyword, given: Mapping[str, Any], *, by: User | None, at: datetime) -> None:
    """Do what a form asks for: another status, another place in the tree, or both, each as its own verb.

    Args:
        given: `status` and `parent`, where they are to change.

    Raises:
        ValidationError: as `move` does.
    """
    if "parent" in given:
        move(keyword, below=given["parent"], by=by, at=at)
    if given.get("status") == Status.CANDIDATE:
        reconsider([keyword], by=by, at=at)
    elif "status" in given:
        (accept if given["status"] == Status.ACCEPTED else deprecate)([keyword], by=by, at=at)


def _set_status(
    keywords: Iterable[Keyword], status: Status, *, by: User | None, at: datetime
) -> list[Keyword]:
    locked = Keyword.objects.select_for_update().filter(pk__in=[k.pk for k in keywords], replaced_by=None)
    changed = list(locked.exclude(status=status))
    verb, message = {
        Status.ACCEPTED: (KeywordChange.Verb.ACCEPT, _("Accepted.")),
        Status.DEPRECATED: (KeywordChange.Verb.RETIRE, _("Deprecated.")),
        Status.CANDIDATE: (KeywordChange.Verb.PROPOSE, _("A candidate again.")),
    }[status]
    for keyword in changed:
        keyword.status = status
        keyword.save(update_fields=["status"])
        log_change(keyword, verb, message, by=by, at=at)
    if changed:
        keywords_changed.send(sender=Keyword, keywords={k.pk for k in changed}, replaced={}, at=at)
    return changed


def keep_address(keyword: Keyword, former: str) -> None:
    """After a keyword has got another address: let the former one lead to it, and free the present one."""
    KeywordAlias.objects.filter(slug=keyword.slug).delete()
    if former and former != keyword.slug:
        KeywordAlias.objects.update_or_create(slug=former, defaults={"keyword": keyword})
