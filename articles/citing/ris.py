"""RIS, as Zotero, EndNote and Mendeley read it: https://web.archive.org/web/2012/refman.com/support/risformat_intro.asp.

Pure. One tag a line, CRLF between lines; nothing of ours may begin a line of its own.
"""

from collections.abc import Iterator

from articles.citing.item import Item, ItemType, Name
from articles.citing.remarks import remarks_on

MIME = "application/x-research-info-systems"
TYPES: dict[ItemType, str] = {
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "report": "RPRT",
    "webpage": "ELEC",
    "dataset": "DATA",
}


def ris_of(item: Item) -> str:
    """One record, with the line that ends it."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(item) if value.strip()]
    return "\r\n".join([*lines, "ER  - ", ""])


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[item.type]
    for name in item.authors:
        yield "AU", _name(name)
    yield "TI", item.title
    yield "PB" if item.type == "dataset" else "T2", item.container_title
    yield "CY", item.place
    if item.issued:
        yield "PY", str(item.issued[0])
        yield "DA", "/".join([*(f"{part:02d}" for part in item.issued), *[""] * (3 - len(item.issued)), ""])
    yield "SE", item.section
    yield "SP", item.page
    yield "LA", item.language
    yield "UR", item.url
    yield "DB", item.archive
    yield "AB", item.abstract
    for keyword in item.keywords:
        yield "KW", keyword
    for remark in remarks_on(item):
        yield "N1", remark


def _name(name: Name) -> str:
    # A comma parts family from given name: an organisation must not have one.
    return name.literal.replace(",", " ") or ", ".join(part for part in (name.family, name.given) if part)
