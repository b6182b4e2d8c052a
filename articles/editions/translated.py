"""Which translations of an edition readers have at a moment, and how its page leads to them.

The compiled page does not name them: a translation goes live, or is replaced, by the clock alone, and no column is
rewritten then. The edition carries the intervals, and the page picks by the moment.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.citing.places import ORIGIN
from taxonomy.languages import language_tag

# Where the links go in a compiled page. Text of ours is escaped and bodies lose their comments: it stands there once.
PLACE = "<!--translations-->"
SHOWN = ("language", "url", "title", "name")


def translations_at(intervals: Sequence[Mapping[str, Any]], moment: datetime) -> list[dict[str, Any]]:
    """Language, address, title and native name of each translation that is current at a moment."""
    return [{name: each[name] for name in SHOWN} for each in intervals if _holds(each, moment)]


def translated_from(snapshot: Mapping[str, Any], language: str) -> str:
    """The name of the language that an edition was translated from, in its own language; empty for an original."""
    original = snapshot.get("translated_from")
    if not original or original == language:
        return ""
    return {"en": _("English"), "ur": _("Urdu"), "zh-hans": _("Chinese")}[original]


def with_translations(page_html: str, translations: Sequence[Mapping[str, Any]]) -> str:
    """The compiled page with links to these translations."""
    return page_html.replace(PLACE, _links(translations), 1)


def alternates(addresses: Mapping[str, str]) -> str:
    """What a page's head says of itself and its translations, if it has any; the host is a marker in it.

    Args:
        addresses: by language.
    """
    if len(addresses) < 2:
        return ""
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}{}">\n',
        ((language_tag(code), ORIGIN, url) for code, url in addresses.items()),
    )


def _holds(interval: Mapping[str, Any], moment: datetime) -> bool:
    until = interval["until"]
    return datetime.fromisoformat(interval["from"]) <= moment and (
        until is None or moment < datetime.fromisoformat(until)
    )


def _links(translations: Sequence[Mapping[str, Any]]) -> str:
    if not translations:
        return ""
    links = format_html_join(
        _(", "),
        '<a href="{}" lang="{}" hreflang="{}">{}</a>',
        ((t["url"], t["language"], t["language"], t["name"]) for t in translations),
    )
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", _("Read in"), links)
