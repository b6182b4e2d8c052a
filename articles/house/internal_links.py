"""Links of a text to pages of our own that readers would not find."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import unquote, urlsplit

from articles.editions.models import Edition
from articles.house.checks.text import Block, Finding, Link
from indicators.catalogue.models import Indicator
from taxonomy.models import Keyword

OURS = re.compile(r"/(?:(?:ur|zh-hans)/)?(articles|keywords|indicators)/([^/]+)/(?:editions/\d+/)?\Z")
MOST_LINKS = 500


def broken_internal(blocks: Sequence[Block], host: str, *, at: datetime) -> Iterator[Finding]:
    """Links to an article that is not public, and to keywords and indicators that there are not. Three queries."""
    wanted = [
        (number, link, *place)
        for number, block in enumerate(blocks)
        for link in block.links
        if (place := _place(link, host))
    ][:MOST_LINKS]
    known = _known({(kind, name) for _number, _link, kind, name in wanted}, at)
    for number, link, kind, name in wanted:
        if (kind, name) not in known:
            yield Finding("link-broken", link.text, number, link.start, {"address": f"/{kind}/{name}/"})


def _place(link: Link, host: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(link.href)
    except ValueError:
        return None
    if parts.netloc and parts.netloc.casefold() != host.casefold():
        return None
    found = OURS.match(unquote(parts.path)) if parts.scheme in {"", "http", "https"} else None
    return (found[1], found[2].replace("\x00", "")) if found else None


def _known(wanted: set[tuple[str, str]], at: datetime) -> set[tuple[str, str]]:
    names: dict[str, set[str]] = {}
    for kind, name in wanted:
        names.setdefault(kind, set()).add(name)
    found: set[tuple[str, str]] = set()
    if slugs := names.get("articles"):
        # A former address leads on to the present one.
        current = Edition.objects.current(at).filter(article__addresses__slug__in=slugs)
        found |= {("articles", slug) for slug in current.values_list("article__addresses__slug", flat=True)}
    if slugs := names.get("keywords"):
        rows = Keyword.objects.filter(slug__in=slugs)
        found |= {("keywords", slug) for slug in rows.values_list("slug", flat=True)}
    if codes := names.get("indicators"):
        rows = Indicator.objects.filter(code__in=codes)
        found |= {("indicators", code) for code in rows.values_list("code", flat=True)}
    return found
