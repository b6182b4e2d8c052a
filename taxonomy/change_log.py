"""The log of what is done to keywords: one row a verb, in the verb's own transaction, never changed afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.fields import AddressField


class KeywordChange(models.Model):
    """Who did what to which keyword, when, and from where.

    `other` is the keyword that took part: into which was merged, below which was moved. `detail` remembers what an
    undo needs. The row outlives the keyword, whose name it keeps.
    """

    class Verb(models.TextChoices):
        ACCEPT = "accept", _("accepted")
        RETIRE = "retire", _("deprecated")
        MERGE = "merge", _("merged")
        UNMERGE = "unmerge", _("undid a merge")
        MOVE = "move", _("moved in the tree")
        PROPOSE = "propose", _("proposed")

    keyword = models.ForeignKey(
        "taxonomy.Keyword", related_name="changes", on_delete=models.DO_NOTHING, db_constraint=False
    )
    name = models.CharField(max_length=200)
    verb = models.CharField(max_length=10, choices=Verb)
    other = models.ForeignKey(
        "taxonomy.Keyword", null=True, related_name="+", on_delete=models.DO_NOTHING, db_constraint=False
    )
    undoes = models.OneToOneField("self", null=True, related_name="undone_by", on_delete=models.PROTECT)
    message = models.CharField(max_length=500)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.PROTECT)
    address = AddressField()
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects: ClassVar[models.Manager["KeywordChange"]] = models.Manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("change of a keyword")
        verbose_name_plural = _("changes of keywords")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"

    # What Django's own history page reads of its entries.
    @property
    def action_time(self) -> datetime:
        return self.at

    @property
    def user(self) -> Any:
        return self.by

    def get_change_message(self) -> str:
        return self.message


def log_change(
    keyword: Any,
    verb: KeywordChange.Verb,
    message: str,
    *,
    by: Any,
    at: datetime,
    other: Any = None,
    detail: Mapping[str, Any] | None = None,
    undoes: KeywordChange | None = None,
) -> KeywordChange:
    """Record a verb in the verb's own transaction."""
    return KeywordChange.objects.create(
        keyword=keyword,
        name=keyword.name[:200],
        verb=verb,
        other=other,
        undoes=undoes,
        message=message[:500],
        at=at,
        by=by,
        detail=dict(detail or {}),
    )
