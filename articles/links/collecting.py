"""Which links an edition carries to elsewhere, kept when it is compiled."""

import html
import re
from typing import Any
from urllib.parse import urlsplit

from articles.links.guard import LONGEST_ADDRESS
from articles.links.models import OutgoingLink

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
MOST_LINKS = 500


def links_in(body: str, original: str = "") -> list[str]:
    """The http and https addresses of a sanitised body, and that of the original, each once, without fragments."""
    given = [original, *(html.unescape(href) for href in HREF.findall(body))]
    return list(dict.fromkeys(filter(None, map(_outgoing, given))))[:MOST_LINKS]


def _outgoing(href: str) -> str:
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    address = parts._replace(fragment="").geturl()
    fits = parts.scheme in {"http", "https"} and parts.netloc and len(address) <= LONGEST_ADDRESS
    return address if fits else ""


def collect_links(edition: Any) -> None:
    """Write down the links of an edition. Doing it twice changes nothing."""
    urls = links_in(edition.body, edition.snapshot.get("url", ""))
    if not urls:
        return
    OutgoingLink.objects.bulk_create([OutgoingLink(url=url) for url in urls], ignore_conflicts=True)
    edition.outgoing_links.add(*OutgoingLink.objects.filter(url__in=urls))
