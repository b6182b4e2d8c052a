"""COinS (https://web.archive.org/web/2017/http://ocoins.info/): a citation in the page, for clients without unAPI.

Pure. Zotero asks unAPI first, and COinS before it reads the head. So there are COinS only where they say nothing wrong:
of a newspaper's article by persons, in the format of Dublin Core. In the format for journals everything is a journal's
article, and in either an organisation is given a first name.
"""

from collections.abc import Iterator
from urllib.parse import quote

from articles.citing.item import Item


def coins_of(item: Item) -> str:
    """The value of `title` of a `span` of the class `Z3988`, not escaped for HTML; empty where they would do harm."""
    if item.type != "article-newspaper" or any(name.literal for name in item.authors):
        return ""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        *((f"rft.{name}", value) for name, value in _fields(item) if value),
    ]
    return "&".join(f"{name}={quote(value, safe=':/')}" for name, value in pairs)


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "type", "newspaperArticle"
    yield "title", item.title
    for name in item.authors:
        yield "creator", ", ".join(part for part in (name.family, name.given) if part)
    yield "source", item.container_title
    yield "date", "-".join(f"{part:02d}" for part in item.issued)
    yield "language", item.language
    yield "identifier", item.url
    yield "description", item.abstract
    yield "rights", item.rights
    for keyword in item.keywords:
        yield "subject", keyword
