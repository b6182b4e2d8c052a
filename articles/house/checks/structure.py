"""Headings in order, links that say where they lead. Pure."""

import re
from collections.abc import Iterator, Sequence

from articles.house.checks.text import Block, Finding

EMPTY_WORDS = {
    "click here", "click", "here", "link", "this link", "this", "read more", "more", "learn more", "see here",
    "یہاں", "یہاں کلک کریں", "مزید", "مزید پڑھیں", "点击这里", "点这里", "这里", "此处", "更多", "链接",
}  # fmt: skip
ADDRESS = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)


def headings(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A heading below another level than the one before it allows. The title of the page is the first level."""
    level = 1
    for number, block in enumerate(blocks):
        if block.kind not in {"h2", "h3"}:
            continue
        own = int(block.kind[1])
        if own > level + 1:
            yield Finding("heading-order", block.text.strip(), number)
        level = own


def links(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Links without words, without an address, with words that say nothing, or with an address for words."""
    for number, block in enumerate(blocks):
        for link in block.links:
            words = " ".join(link.text.split()).strip(".,:;!?…»›>→ ").casefold()
            if not link.text.strip():
                yield Finding("link-empty", link.text, number, link.start, {"address": link.href[:200]})
            elif not link.href.strip():
                yield Finding("link-nowhere", link.text, number, link.start)
            elif words in EMPTY_WORDS:
                yield Finding("link-text", link.text, number, link.start)
            elif ADDRESS.match(link.text.strip()):
                yield Finding("link-bare", link.text, number, link.start)
