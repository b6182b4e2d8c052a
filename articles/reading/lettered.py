"""A list by letter: all of it, or one letter at a time where it is long."""

from collections.abc import Sequence
from typing import Any

from taxonomy.alphabet import by_letter


def lettered(named: Sequence[tuple[str, Any]], language: str, asked: str, *, most: int) -> dict[str, Any]:
    """What a template shows: groups, the headings of all, and whether only some groups are shown.

    Args:
        named: each member with the name that it stands by.
        asked: the letter that was asked for, where the list is long.
        most: beyond so many the list shows one letter at a time.
    """
    groups = by_letter(list(named), language)
    headings = [heading for heading, _members in groups]
    shown = groups
    if len(named) > most:
        chosen = asked if asked in headings else headings[0]
        shown = [(heading, members[:most]) for heading, members in groups if heading == chosen]
    return {"groups": shown, "headings": headings, "apart": len(shown) < len(groups)}
