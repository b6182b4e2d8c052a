"""The body of an article, from the blocks of a clipping and the figures that were accepted. Pure."""

import html
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

TAGS = {"paragraph": "p", "heading": "h2", "quote": "blockquote"}


class Accepted(NamedTuple):
    """A figure within one block: offsets there, and what it quotes."""

    start: int
    end: int
    reference: str


def body_of(blocks: Sequence[Mapping[str, Any]], accepted: Mapping[int, Iterable[Accepted]]) -> str:
    """HTML of the text blocks, figures marked, words escaped.

    Args:
        blocks: {role, text} each.
        accepted: figures by the number of their block; offsets in its text, none overlapping.
    """
    parts: list[str] = []
    text = [(number, block) for number, block in enumerate(blocks) if block["role"] in (*TAGS, "item")]
    for is_item, run in groupby(text, key=lambda each: each[1]["role"] == "item"):
        inner = [(block["role"], marked(block["text"], accepted.get(number, ()))) for number, block in run]
        if is_item:
            parts.append("<ul>" + "".join(f"<li><p>{words}</p></li>" for _role, words in inner) + "</ul>")
        else:
            parts += [_element(role, words) for role, words in inner]
    return "".join(parts)


def _element(role: str, words: str) -> str:
    if role == "quote":
        return f"<blockquote><p>{words}</p></blockquote>"
    return f"<{TAGS[role]}>{words}</{TAGS[role]}>"


def marked(text: str, accepted: Iterable[Accepted]) -> str:
    """The words of a block with its figures marked."""
    parts, at = [], 0
    for each in sorted(accepted):
        words = html.escape(text[each.start : each.end], quote=False)
        parts += [
            html.escape(text[at : each.start], quote=False),
            f'<data data-observation="{html.escape(each.reference)}">{words}</data>',
        ]
        at = each.end
    return "".join([*parts, html.escape(text[at:], quote=False)])
