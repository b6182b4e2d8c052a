"""What carries keywords in the layers above, declared by them: a merge moves it, tells how much it is, puts it back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

AT_ONCE = 900


@dataclass(frozen=True, slots=True)
class Carrier:
    """Rows that carry a keyword.

    Attributes:
        name: of the rows in the log: `articles`.
        label: what they are called in a preview, translated lazily.
        rows: all of them.
        keyword: the name of their foreign key to the keyword.
        owner: the name of their foreign key to what they classify, which carries each keyword once; None where the
            row itself is what is classified.
    """

    name: str
    label: Any
    rows: Callable[[], QuerySet[Any]]
    keyword: str = "keyword"
    owner: str | None = None

    def carrying(self, keyword_id: int) -> QuerySet[Any]:
        return self.rows().filter(**{self.keyword: keyword_id}).order_by()

    def carrying_both(self, old: int, new: int) -> QuerySet[Any]:
        """Rows of the old keyword whose owner carries the new one already."""
        if self.owner is None:
            return self.rows().none()
        owners = self.carrying(new).values(self.owner)
        return self.carrying(old).filter(**{f"{self.owner}__in": owners})

    def move(self, old: int, new: int) -> dict[str, Any]:
        """Let all rows carry the new keyword, each owner once.

        Returns:
            What `put_back` needs.
        """
        double = self.carrying_both(old, new)
        dropped = list(double.values())
        _delete(self.rows(), [row["id"] for row in dropped])
        moved = list(self.carrying(old).values_list("pk", flat=True))
        self.carrying(old).update(**{f"{self.keyword}_id": new})
        return {"moved": moved, "dropped": dropped}

    def put_back(self, old: int, new: int, memory: dict[str, Any]) -> None:
        """Undo `move`.

        Raises:
            ValidationError: one of the rows is not as `move` left it.
        """
        moved, dropped = memory["moved"], memory["dropped"]
        here = {f"{self.keyword}_id": new}
        still = sum(
            self.rows().filter(pk__in=some, **here).count() for some in batched(moved, AT_ONCE, strict=False)
        )
        kept = self._owners_carrying(new, dropped)
        if still != len(moved) or kept != len(dropped):
            raise ValidationError(
                _("It cannot be undone: %(what)s that carried it have been changed since.")
                % {"what": self.label},
                code="changed-since",
            )
        for some in batched(moved, AT_ONCE, strict=False):
            self.rows().filter(pk__in=some).update(**{f"{self.keyword}_id": old})
        model = self.rows().model
        model._default_manager.bulk_create(model(**row) for row in dropped)

    def _owners_carrying(self, new: int, dropped: list[dict[str, Any]]) -> int:
        owners = [row[f"{self.owner}_id"] for row in dropped]
        lookup = f"{self.owner}__in"
        return sum(
            self.carrying(new).filter(**{lookup: list(some)}).count()
            for some in batched(owners, AT_ONCE, strict=False)
        )


def _delete(rows: QuerySet[Any], ids: list[int]) -> None:
    for some in batched(ids, AT_ONCE, strict=False):
        rows.filter(pk__in=some).delete()


_registered: dict[str, Carrier] = {}


def register(carrier: Carrier) -> None:
    """Declare what carries keywords; an app above does so once, when it is ready."""
    _registered[carrier.name] = carrier


def carriers() -> Iterable[Carrier]:
    """Every declared carrier, in the order of declaration."""
    return tuple(_registered.values())


def move_all(old: int, new: int) -> dict[str, Any]:
    """Move every carrier's rows; what `put_all_back` needs, by carrier."""
    return {carrier.name: carrier.move(old, new) for carrier in carriers()}


def put_all_back(old: int, new: int, memory: dict[str, Any]) -> None:
    """Undo `move_all`."""
    for carrier, remembered in _remembered(memory):
        carrier.put_back(old, new, remembered)


def _remembered(memory: dict[str, Any]) -> Iterator[tuple[Carrier, dict[str, Any]]]:
    return ((carrier, memory[carrier.name]) for carrier in carriers() if carrier.name in memory)
