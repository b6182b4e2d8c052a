"""Reads the parameters that every resource shares. What is unknown, doubled, empty or unreadable is refused by name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import QueryDict

from taxonomy.asking.as_of import AsOf, BadAsOf, read_as_of
from taxonomy.asking.cursors import Ordering, Position, read_cursor
from taxonomy.asking.problems import BadParameter

LIMIT = re.compile(r"[1-9][0-9]{0,3}\Z")
PAGING = ("ordering", "limit", "cursor")
SHARED = ("as_of", "fields", "format")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a resource allows one to ask for.

    Attributes:
        resource: its name, which is also the scope of its cursors.
        fields: the members of a row.
        filters: the parameters of its own.
        orderings: by name; the first is the default. None: not a list.
        default_limit, max_limit: rows a page.
    """

    resource: str
    fields: Sequence[str]
    filters: Sequence[str] = ()
    orderings: Mapping[str, Ordering] = field(default_factory=dict)
    default_limit: int = 50
    max_limit: int = 100

    @property
    def parameters(self) -> list[str]:
        return [*self.filters, "as_of", *(PAGING if self.orderings else ()), "fields", "format"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one request asks for. `limit` is None where none was given."""

    query: Mapping[str, str]
    as_of: AsOf
    fields: tuple[str, ...] | None
    order: str = ""
    ordering: Ordering = ()
    position: Position | None = None
    limit: int | None = None

    @property
    def backwards(self) -> bool:
        return self.position is not None and self.position.backwards


def read_once(query: QueryDict, allowed: Sequence[str]) -> dict[str, str]:
    """The parameters of a request, each known, given once and not empty.

    Raises:
        BadParameter: one is not.
    """
    read: dict[str, str] = {}
    for name, values in query.lists():
        if name not in allowed:
            raise BadParameter(name, f"“{name}” is not a parameter here.", allowed=allowed)
        if len(values) != 1:
            raise BadParameter(name, f"“{name}” is given more than once.")
        if not values[0].strip() or "\x00" in values[0]:
            raise BadParameter(name, f"“{name}” is empty or not text. Leave it out to ask for everything.")
        read[name] = values[0]
    return read


def _as_of(text: str | None, now: datetime) -> AsOf:
    try:
        return read_as_of(text, now=now)
    except BadAsOf as error:
        raise BadParameter("as_of", str(error)) from error


def _fields(text: str | None, allowed: Sequence[str]) -> tuple[str, ...] | None:
    if text is None:
        return None
    wanted = tuple(dict.fromkeys(text.split(",")))
    for name in wanted:
        if name not in allowed:
            raise BadParameter("fields", f"“{name}” is not a field here.", allowed=allowed)
    return wanted


def _limit(text: str | None, most: int) -> int | None:
    if text is None:
        return None
    if not LIMIT.match(text) or int(text) > most:
        raise BadParameter("limit", f"limit is a whole number from 1 to {most}.", allowed=[f"1 to {most}"])
    return int(text)


def _order(text: str | None, terms: Terms) -> str:
    name = text or next(iter(terms.orderings))
    if name not in terms.orderings:
        raise BadParameter("ordering", f"“{name}” is not an ordering here.", allowed=terms.orderings)
    return name


def read_asked(query: QueryDict, terms: Terms, *, now: datetime, default_order: str = "") -> Asked:
    """Read and check the shared parameters.

    Raises:
        BadParameter: one of them cannot be used; the message says what is allowed.
    """
    given = read_once(query, terms.parameters)
    shared: dict[str, Any] = {
        "query": given,
        "as_of": _as_of(given.get("as_of"), now),
        "fields": _fields(given.get("fields"), terms.fields),
    }
    if not terms.orderings:
        return Asked(**shared)
    order = _order(given.get("ordering") or default_order or None, terms)
    cursor = given.get("cursor")
    return Asked(
        **shared,
        order=order,
        ordering=terms.orderings[order],
        position=read_cursor(f"{terms.resource}:{order}", cursor) if cursor else None,
        limit=_limit(given.get("limit"), terms.max_limit),
    )
