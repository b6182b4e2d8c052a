"""The verb “merge”: one keyword takes the place of another, and nothing is lost."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taxonomy import carrying
from taxonomy.change_log import KeywordChange, log_change
from taxonomy.folding import fold
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, KeywordMatch, Role, Status
from taxonomy.signals import keywords_changed

# An undo remembers each row; beyond this many the log row would weigh more than the undo is worth.
MOST_REMEMBERED = 20_000


@transaction.atomic
def merge(keyword: Keyword, into: Keyword, *, by: User | None, at: datetime) -> Keyword:
    """Deprecate a keyword in favour of another one.

    Labels, matches, related and narrower terms, former addresses and everything that carries it move to `into`;
    the old name becomes one of its alternative labels and the old address leads to it. The layers above recompile
    what shows keywords when they hear `keywords_changed`, in the same transaction.

    Returns:
        The keyword that remains, as stored.

    Raises:
        ValidationError: the two are the same, or one of them has been replaced already; nothing is changed.
    """
    locked = {k.pk: k for k in Keyword.objects.select_for_update().filter(pk__in=[keyword.pk, into.pk])}
    old: Keyword = locked[keyword.pk]
    new: Keyword = locked[into.pk]
    _refuse_the_senseless(old, new)
    memory: dict[str, Any] = {"status": old.status, "parent": old.parent_id}
    memory |= _move_narrower(old, new)
    memory |= _move_labels(old, new)
    memory |= _move_matches(old, new)
    memory |= _move_related(old, new)
    memory |= _retire(old, new)
    memory["carried"] = carrying.move_all(old.pk, new.pk)
    message = _("Merged into “%(into)s”.") % {"into": new.name}
    detail = {"memory": memory} if _size(memory) <= MOST_REMEMBERED else {"too_large": True}
    log_change(old, KeywordChange.Verb.MERGE, message, by=by, at=at, other=new, detail=detail)
    touched = {old.pk, new.pk, *memory["children"]}
    keywords_changed.send(sender=Keyword, keywords=touched, replaced={old.pk: new.pk}, at=at)
    return new


def _size(memory: dict[str, Any]) -> int:
    return len(memory["children"]) + sum(
        len(each["moved"]) + len(each["dropped"]) for each in memory["carried"].values()
    )


def _refuse_the_senseless(old: Keyword, new: Keyword) -> None:
    if old.pk == new.pk:
        raise ValidationError(_("A keyword cannot be merged into itself. Choose another one."), code="same")
    if new.status == Status.DEPRECATED:
        raise ValidationError(
            _("“%(name)s” is deprecated. Merge into the keyword that is in use."),
            code="deprecated",
            params={"name": new.name},
        )
    if old.replaced_by_id is not None:
        raise ValidationError(
            _("“%(name)s” has been merged already."), code="already-merged", params={"name": old.name}
        )


def _move_narrower(old: Keyword, new: Keyword) -> dict[str, Any]:
    """Narrower terms go below `new`, which first takes the place of `old` where it stood below it."""
    memory: dict[str, Any] = {}
    if new.pk in {k.pk for k in Keyword.objects.descendants(old)}:
        memory["lifted_from"] = new.parent_id
        new.parent_id = old.parent_id
        new.save(update_fields=["parent"])
    children = Keyword.objects.filter(parent=old).exclude(pk=new.pk)
    memory["children"] = list(children.values_list("pk", flat=True))
    children.update(parent=new)
    return memory


def labels_to_come(old: Keyword, new: Keyword) -> list[KeywordLabel]:
    """The labels that `new` gains from `old`, unsaved: those that it does not have yet."""
    known = {fold(new.name), *new.labels.exclude(role=Role.HIDDEN).values_list("folded", flat=True)}
    hidden = set(new.labels.filter(role=Role.HIDDEN).values_list("folded", flat=True))
    old_name = KeywordLabel(language="en", role=Role.ALTERNATIVE, text=old.name)
    coming = []
    for label in [old_name, *old.labels.all()]:
        role = Role.HIDDEN if label.role == Role.HIDDEN else Role.ALTERNATIVE
        folded = fold(label.text)
        if folded in known or (role == Role.HIDDEN and folded in hidden):
            continue
        coming.append(KeywordLabel(keyword=new, language=label.language, role=role, text=label.text))
        (hidden if role == Role.HIDDEN else known).add(folded)
    return coming


def _move_labels(old: Keyword, new: Keyword) -> dict[str, Any]:
    coming = labels_to_come(old, new)
    for label in coming:
        label.save()
    gone = list(old.labels.values("language", "role", "text"))
    old.labels.all().delete()
    return {"labels_made": [[label.pk, label.text] for label in coming], "labels_gone": gone}


def _move_matches(old: Keyword, new: Keyword) -> dict[str, Any]:
    known = set(new.matches.values_list("uri", flat=True))
    moving = old.matches.exclude(uri__in=known)
    moved = list(moving.values_list("pk", flat=True))
    moving.update(keyword=new)
    gone = list(KeywordMatch.objects.filter(keyword=old).values("relation", "uri"))
    KeywordMatch.objects.filter(keyword=old).delete()
    return {"matches_moved": moved, "matches_gone": gone}


def _move_related(old: Keyword, new: Keyword) -> dict[str, Any]:
    had = set(new.related.values_list("pk", flat=True))
    related = list(old.related.values_list("pk", flat=True))
    gained = [pk for pk in related if pk != new.pk and pk not in had]
    new.related.add(*gained)
    old.related.clear()
    return {"related": related, "related_gained": gained}


def _retire(old: Keyword, new: Keyword) -> dict[str, Any]:
    earlier = list(Keyword.objects.filter(replaced_by=old).values_list("pk", flat=True))
    Keyword.objects.filter(pk__in=earlier).update(replaced_by=new)
    aliases = list(KeywordAlias.objects.filter(keyword=old).values_list("pk", flat=True))
    KeywordAlias.objects.filter(pk__in=aliases).update(keyword=new)
    KeywordAlias.objects.update_or_create(slug=old.slug, defaults={"keyword": new})
    old.status, old.replaced_by, old.parent = Status.DEPRECATED, new, None
    old.save(update_fields=["status", "replaced_by", "parent"])
    return {"replaced": earlier, "aliases": aliases}
