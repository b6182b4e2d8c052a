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
from articles.linked_data.writing import block, original_of
from taxonomy.languages import Language, language_tag

# Where the links go in a compiled page. Text of ours is escaped and bodies lose their comments: each stands there once.
PLACE, ORIGINAL_PLACE = "<!--translations-->", "<!--original-->"
SHOWN = ("language", "url", "title", "name")


def translations_at(
    intervals: Sequence[Mapping[str, Any]], moment: datetime, *, now: datetime
) -> list[dict[str, Any]]:
    """Language, address, title and native name of each translation that was current at a moment and is not gone now.

    With `relation` where one is the original of the edition, or was translated from it.
    """
    return [_shown(each) for each in intervals if _holds(each, moment) and not _has_ended(each, now)]


def translated_from(snapshot: Mapping[str, Any], language: str) -> str:
    """The name of the language that an edition was translated from, in its own language; empty for an original."""
    original = snapshot.get("translated_from")
    if not original or original == language:
        return ""
    return {"en": _("English"), "ur": _("Urdu"), "zh-hans": _("Chinese")}[original]


def with_translations(page_html: str, translations: Sequence[Mapping[str, Any]]) -> str:
    """The compiled page with links to these translations, and to the original beside the word that it is one."""
    linked = page_html.replace(PLACE, _links(translations), 1)
    return linked.replace(ORIGINAL_PLACE, _original(translations), 1)


def alternates(addresses: Mapping[str, str]) -> str:
    """What a page's head says of itself and its translations, if it has any; the host is a marker in it.

    Args:
        addresses: by language.
    """
    if len(addresses) < 2:
        return ""
    named = {language_tag(code): url for code, url in addresses.items()}
    # Every page of the group names the same one for readers of other languages.
    named["x-default"] = next(addresses[code] for code in Language.values if code in addresses)
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}{}">\n',
        ((t, ORIGIN, url) for t, url in named.items()),
    )


def told_of_translations(address: str, translations: Sequence[Mapping[str, Any]]) -> str:
    """What search engines are told of the original, or of what was translated from this page; "" of neither."""
    related = [each for each in translations if "relation" in each]
    if not related:
        return ""
    # The compiled head may tell of the same thing who printed it.
    original = [
        _work(each) | {"@id": original_of(f"{ORIGIN}{address}"), "sameAs": _work(each)["@id"]}
        for each in related
        if each["relation"] == "original"
    ]
    made = [_work(each) for each in related if each["relation"] == "translation"]
    # The article itself is told of in the compiled head: to name its type again would make a second one of it.
    here = {"@type": "CreativeWork", "@id": f"{ORIGIN}{address}#article"}
    return block([here | {"translationOfWork": original[0] if original else None, "workTranslation": made}])


def _work(translation: Mapping[str, Any]) -> dict[str, str]:
    url = f"{ORIGIN}{translation['url']}"
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "headline": translation["title"],
        "inLanguage": language_tag(translation["language"]),
    }


def _shown(interval: Mapping[str, Any]) -> dict[str, Any]:
    # Editions that were compiled before relations were kept have none.
    relation = interval.get("relation")
    return {name: interval[name] for name in SHOWN} | ({"relation": relation} if relation else {})


def _holds(interval: Mapping[str, Any], moment: datetime) -> bool:
    until = interval["until"]
    return datetime.fromisoformat(interval["from"]) <= moment and (
        until is None or moment < datetime.fromisoformat(until)
    )


def _has_ended(interval: Mapping[str, Any], now: datetime) -> bool:
    # Whatever day is asked about: all addresses of an article that has ended say that it is gone.
    ends = interval.get("ends")
    return ends is not None and datetime.fromisoformat(ends) <= now


def _links(translations: Sequence[Mapping[str, Any]]) -> str:
    if not translations:
        return ""
    links = format_html_join(
        _(", "),
        '<a href="{}" lang="{}" hreflang="{}">{}</a>',
        ((t["url"], t["language"], t["language"], t["name"]) for t in translations),
    )
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", _("Read in"), links)


def _original(translations: Sequence[Mapping[str, Any]]) -> str:
    found = next((each for each in translations if each.get("relation") == "original"), None)
    if found is None:
        return ""
    return format_html(
        '{}<a href="{}" lang="{}" hreflang="{}"><bdi>{}</bdi></a>',
        *(_(": "), found["url"], found["language"], found["language"], found["title"]),
    )
