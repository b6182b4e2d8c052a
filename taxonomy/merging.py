"""The verb “merge”: one keyword takes the place of another, and nothing is lost."""

from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taxonomy.folding import fold
from taxonomy.history import log_change
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, KeywordMatch, Role, Status
from taxonomy.signals import keywords_changed


@transaction.atomic
def merge(keyword: Keyword, into: Keyword, *, by: User, at: datetime) -> Keyword:
    """Deprecate a keyword in favour of another one.

    Labels, matches, related and narrower terms and former addresses move to `into`; the old name becomes
    one of its alternative labels and the old address leads to it. What carries the keyword in the layers
    above is moved by the receivers of `keywords_changed`, in the same transaction.

    Returns:
        The keyword that remains, as stored.

    Raises:
        ValidationError: the two are the same, or one of them has been replaced already; nothing is changed.
    """
    locked = {k.pk: k for k in Keyword.objects.select_for_update().filter(pk__in=[keyword.pk, into.pk])}
    old: Keyword = locked[keyword.pk]
    new: Keyword = locked[into.pk]
    _refuse_the_senseless(old, new)
    touched = {old.pk, new.pk, *_move_narrower(old, new)}
    _move_labels(old, new)
    _move_matches(old, new)
    _move_related(old, new)
    _retire(old, new)
    log_change(old, _("Merged into “%(into)s”.") % {"into": new.name}, by=by, at=at)
    keywords_changed.send(sender=Keyword, keywords=touched, replaced={old.pk: new.pk}, at=at)
    return new


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


def _move_narrower(old: Keyword, new: Keyword) -> set[int]:
    """Narrower terms go below `new`, which first takes the place of `old` where it stood below it."""
    if new.pk in {k.pk for k in Keyword.objects.descendants(old)}:
        new.parent_id = old.parent_id
        new.save(update_fields=["parent"])
    children = Keyword.objects.filter(parent=old).exclude(pk=new.pk)
    moved = set(children.values_list("pk", flat=True))
    children.update(parent=new)
    return moved


def _move_labels(old: Keyword, new: Keyword) -> None:
    known = {fold(new.name), *new.labels.exclude(role=Role.HIDDEN).values_list("folded", flat=True)}
    hidden = set(new.labels.filter(role=Role.HIDDEN).values_list("folded", flat=True))
    old_name = KeywordLabel(language="en", role=Role.ALTERNATIVE, text=old.name)
    for label in [old_name, *old.labels.all()]:
        role = Role.HIDDEN if label.role == Role.HIDDEN else Role.ALTERNATIVE
        folded = fold(label.text)
        if folded in known or (role == Role.HIDDEN and folded in hidden):
            continue
        KeywordLabel.objects.create(keyword=new, language=label.language, role=role, text=label.text)
        (hidden if role == Role.HIDDEN else known).add(folded)
    old.labels.all().delete()


def _move_matches(old: Keyword, new: Keyword) -> None:
    known = set(new.matches.values_list("uri", flat=True))
    KeywordMatch.objects.filter(keyword=old).exclude(uri__in=known).update(keyword=new)
    KeywordMatch.objects.filter(keyword=old).delete()


def _move_related(old: Keyword, new: Keyword) -> None:
    new.related.add(*old.related.exclude(pk=new.pk))
    old.related.clear()


def _retire(old: Keyword, new: Keyword) -> None:
    Keyword.objects.filter(replaced_by=old).update(replaced_by=new)
    KeywordAlias.objects.filter(keyword=old).update(keyword=new)
    KeywordAlias.objects.update_or_create(slug=old.slug, defaults={"keyword": new})
    old.status, old.replaced_by, old.parent = Status.DEPRECATED, new, None
    old.save(update_fields=["status", "replaced_by", "parent"])
