"""Which columns the list of articles shows: `?columns=standing,due_on`. The title always stands first."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COLUMNS = "columns"
FIRST = "heading"
NAMES: dict[str, str | Promise] = {
    "standing": _("state"),
    "figures": _("figures"),
    "language": _("language"),
    "publication": _("publication"),
    "changed": _("changed"),
    "assigned_to": _("assigned to"),
    "due_on": _("due"),
    "planned_for": _("planned for"),
    "created_by": _("begun by"),
    "issued": _("first printed"),
    "slug": _("address"),
}
USUAL = ["standing", "figures", "language", "publication", "changed"]
# What the rows need beside their own columns.
RELATED = {"publication", "assigned_to", "created_by"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One column to switch on or off."""

    name: str
    label: str | Promise
    shown: bool


def chosen(asked: QueryDict) -> list[str]:
    """The columns that a request asks for, without the title; the usual ones if it names none that exists."""
    asked_for = [name for value in asked.getlist(COLUMNS) for name in value.split(",")]
    return [name for name in NAMES if name in asked_for] or USUAL


def choices(asked: QueryDict) -> list[Choice]:
    """Every column, those in use marked."""
    shown = set(chosen(asked))
    return [Choice(name, label, name in shown) for name, label in NAMES.items()]


def related(asked: QueryDict) -> list[Any]:
    """The relations that the chosen columns read."""
    return [name for name in chosen(asked) if name in RELATED]
