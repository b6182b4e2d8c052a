"""The words of a sanitised body, from which the index is made and snippets are cut. Pure."""

import html
import re

BLOCK = re.compile(
    r"</?(?:p|h[1-6]|li|ul|ol|blockquote|table|thead|tbody|tr|t[hd]|hr|br|div|figure|figcaption)\b[^>]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[a-zA-Z](?:\"[^\"]*\"|[^\">])*>")
SPACES = re.compile(r"[^\S\n]+")
LINES = re.compile(r"\s*\n\s*")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def plain_text(body: str) -> str:
    """The text of a body: one line a block, entities read, spaces joined."""
    text = html.unescape(TAG.sub("", BLOCK.sub("\n", body)))
    return LINES.sub("\n", SPACES.sub(" ", clean(text))).strip()


def clean(text: str) -> str:
    """Without the characters that a database or an answer could not carry."""
    return UNPRINTABLE.sub("", text)
