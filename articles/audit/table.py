"""One table of what happened, asked in the same words as every other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

HISTORY_VERBS = {"+": gettext_lazy("created"), "~": gettext_lazy("changed"), "-": gettext_lazy("deleted")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the audit log."""

    at: datetime
    person: str
    verb: str
    kind: str
    name: str
    words: str
    address: str
    target: tuple[str, int | str] | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of what happened.

    Attributes:
        name: of the kind of object, in addresses.
        rows: all of them.
        at, by, verb: the names of its columns; no verb: every row is a creation.
        searched: what a search for words looks at.
        told: a row as (object's name, further words, object's id).
        page: the admin's page of the object.
    """

    name: str
    label: Any
    rows: Callable[[], QuerySet[Any]]
    told: Callable[[Any], tuple[str, str, Any]]
    verbs: Mapping[str, Any]
    searched: tuple[str, ...]
    page: str = ""
    at: str = "at"
    by: str = "by"
    verb: str = "verb"
    objects: str = ""
    related: tuple[str, ...] = field(default=())

    def matching(self, wanted: Mapping[str, Any]) -> QuerySet[Any]:
        """Rows, newest first, that fit what is wanted: verb, person, since, until, words, object."""
        rows = self.rows().order_by(f"-{self.at}", "-pk").select_related(self.by, *self.related)
        if wanted.get("verb"):
            has = wanted["verb"] in self.verbs
            chosen = {self.verb: wanted["verb"]} if self.verb else {}
            rows = rows.filter(**chosen) if has else rows.none()
        if wanted.get("person"):
            typed = Q(**{f"{self.by}__username__icontains": wanted["person"]})
            rows = rows.filter(
                typed | Q(name__icontains=wanted["person"]) if self.name == "sign-in" else typed
            )
        if wanted.get("since"):
            rows = rows.filter(**{f"{self.at}__gte": wanted["since"]})
        if wanted.get("until"):
            rows = rows.filter(**{f"{self.at}__lt": wanted["until"]})
        if wanted.get("words"):
            found = Q(pk__in=())
            for column in self.searched:
                found |= Q(**{f"{column}__icontains": wanted["words"]})
            rows = rows.filter(found)
        if wanted.get("object"):
            rows = rows.filter(**{self.objects: wanted["object"]}) if self.objects else rows.none()
        return rows

    def entry(self, row: Any) -> Entry:
        name, words, pk = self.told(row)
        person = getattr(row, self.by)
        return Entry(
            at=getattr(row, self.at),
            person=person.get_username() if person else "",
            verb=self._said(getattr(row, self.verb) if self.verb else "+"),
            kind=str(self.label),
            name=name,
            words=words,
            address=getattr(row, "address", None) or "",
            target=(self.page, pk) if self.page and pk is not None else None,
        )

    def _said(self, verb: str) -> str:
        """The verb in words; as it is stored where nobody has given it any."""
        return str(self.verbs.get(verb, verb))
