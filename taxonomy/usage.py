"""Where a row is used. Each app declares the uses that it knows; the admin shows them with whoever looks in mind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet


@dataclass(frozen=True, slots=True)
class Place:
    """One use, as it is shown: where it leads ("" where this person may not go), its name, and remarks."""

    name: str
    url: str = ""
    notes: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """One way in which rows of a model are used.

    Attributes:
        name: in addresses.
        label: the heading, translated lazily.
        rows: what uses an object, newest or first things first: only what this person may know of.
        told: one of these rows, as this person may see it.
        permission: without it the use is not shown at all, not even as a number.
        scans: finding the rows reads whole texts; shown on its own page where there are many.
    """

    name: str
    label: Any
    rows: Callable[[Any, Any], QuerySet[Any]]
    told: Callable[[Any, Any], Place]
    permission: str = ""
    scans: bool = False

    def shown_to(self, person: Any) -> bool:
        return not self.permission or bool(person.has_perm(self.permission))


_declared: dict[type[Model], dict[str, Usage]] = {}


def declare(model: type[Model], *usages: Usage) -> None:
    """Declare uses of a model's rows; an app does so once, when it is ready."""
    _declared.setdefault(model, {}).update({usage.name: usage for usage in usages})


def usages_of(model: type[Model], person: Any) -> list[Usage]:
    """The uses that this person may know of, in the order of declaration."""
    return [usage for usage in _declared.get(model, {}).values() if usage.shown_to(person)]


def has_usages(model: type[Model]) -> bool:
    """Whether anything is known of where the model's rows are used."""
    return model in _declared
