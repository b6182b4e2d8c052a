"""JSON-LD that cannot end the element around it."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

CONTEXT = "https://schema.org"


def graph(things: Iterable[dict[str, Any]]) -> SafeString:
    """One graph of things. What is empty is left out, and no `<` can stand in it."""
    told = {"@context": CONTEXT, "@graph": [known(each) for each in things]}
    return mark_safe(orjson.dumps(told).decode().replace("<", "\\u003c"))  # noqa: S308


def block(things: Iterable[dict[str, Any]]) -> SafeString:
    """A data block for the head of a page."""
    return format_html('<script type="application/ld+json">{}</script>', graph(things))


def known(thing: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], {}, ())}


def original_of(url: str) -> str:
    """What the original of a translation is called in data blocks on the page of the translation."""
    return f"{url}#original"


def crumbs(steps: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The way to a page: names and absolute addresses, the page itself last."""
    listed = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": listed}
