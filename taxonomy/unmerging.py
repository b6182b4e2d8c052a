"""The verb “undo a merge”, while nothing that it touched has been changed since."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from taxonomy import carrying
from taxonomy.change_log import KeywordChange, log_change
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, KeywordMatch
from taxonomy.signals import keywords_changed


def why_not(change: KeywordChange) -> str:
    """Why a merge cannot be undone, as far as the log knows; empty where it can be tried."""
    if change.verb != KeywordChange.Verb.MERGE:
        return _("This was no merge.")
    if KeywordChange.objects.filter(undoes=change).exists():
        return _("This merge has been undone already.")
    if change.detail.get("too_large"):
        return _("So much carried the keyword that the merge was not kept for undoing.")
    both = [change.keyword_id, change.other_id]
    later = KeywordChange.objects.filter(Q(keyword__in=both) | Q(other__in=both), pk__gt=change.pk).first()
    if later is not None:
        return _("It cannot be undone: “%(name)s” has been changed since (%(what)s).") % {
            "name": later.name,
            "what": later.message,
        }
    return ""


@transaction.atomic
def undo_merge(change: KeywordChange, *, by: User | None, at: datetime) -> Keyword:
    """Give back to the merged keyword what the merge took from it.

    Returns:
        The keyword that is in use again.

    Raises:
        ValidationError: something that the merge touched has been changed since; nothing is changed now.
    """
    pair = [change.keyword_id, change.other_id]
    locked = {k.pk: k for k in Keyword.objects.select_for_update().filter(pk__in=pair)}
    if reason := why_not(change):
        raise ValidationError(reason, code="undo")
    old, new = locked.get(change.keyword_id), locked.get(change.other_id or 0)
    if old is None or new is None or old.replaced_by_id != new.pk:
        raise ValidationError(_("It cannot be undone: the keyword does not lead there any more."))
    memory = change.detail["memory"]
    _refuse_what_changed(new, memory)
    carrying.put_all_back(old.pk, new.pk, memory["carried"])
    try:
        with transaction.atomic():
            _put_back(old, new, memory)
    except IntegrityError as error:
        raise ValidationError(_("It cannot be undone: the tree or the labels have been changed.")) from error
    message = _("Merge into “%(name)s” undone.") % {"name": new.name}
    log_change(old, KeywordChange.Verb.UNMERGE, message, by=by, at=at, other=new, undoes=change)
    touched = {old.pk, new.pk, *memory["children"]}
    keywords_changed.send(sender=Keyword, keywords=touched, replaced={}, at=at)
    return old


def _refuse_what_changed(new: Keyword, memory: dict[str, Any]) -> None:
    made = dict(KeywordLabel.objects.filter(keyword=new).values_list("pk", "text"))
    if any(made.get(pk) != text for pk, text in memory["labels_made"]):
        raise ValidationError(
            _("It cannot be undone: labels of “%(name)s” have been changed since.") % {"name": new.name}
        )
    still = Keyword.objects.filter(pk__in=memory["children"], parent=new).count()
    if still != len(memory["children"]):
        raise ValidationError(_("It cannot be undone: narrower terms have been moved since."))


def _put_back(old: Keyword, new: Keyword, memory: dict[str, Any]) -> None:
    KeywordAlias.objects.filter(slug=old.slug, keyword=new).delete()
    KeywordAlias.objects.filter(pk__in=memory["aliases"], keyword=new).update(keyword=old)
    Keyword.objects.filter(pk__in=memory["replaced"], replaced_by=new).update(replaced_by=old)
    old.status, old.replaced_by, old.parent_id = memory["status"], None, memory["parent"]
    old.save(update_fields=["status", "replaced_by", "parent"])
    Keyword.objects.filter(pk__in=memory["children"]).update(parent=old)
    if "lifted_from" in memory:
        new.parent_id = memory["lifted_from"]
        new.save(update_fields=["parent"])
    KeywordLabel.objects.filter(pk__in=[pk for pk, _text in memory["labels_made"]]).delete()
    for label in memory["labels_gone"]:
        KeywordLabel.objects.create(keyword=old, **label)
    KeywordMatch.objects.filter(pk__in=memory["matches_moved"], keyword=new).update(keyword=old)
    for match in memory["matches_gone"]:
        KeywordMatch.objects.create(keyword=old, **match)
    new.related.remove(*memory["related_gained"])
    old.related.add(*Keyword.objects.filter(pk__in=memory["related"]))
