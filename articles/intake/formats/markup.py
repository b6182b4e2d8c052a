"""HTML: a saved page, markup from the clipboard, the HTML part of a mail. Only its words are kept. Pure."""

import html
import re
from html.parser import HTMLParser

import nh3

from articles.intake.formats.document import Block, Document, Kind, Unreadable, collected
from articles.intake.formats.plain import decoded

MOST_MARKUP = 4_000_000
DEEPEST = 400
TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,600})</title", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
LOOKS_LIKE = re.compile(
    r"\s*(?:<!doctype html|<html|<(?:p|div|article|h[1-6]|section|table|meta|body|span|ul|ol)[\s>])",
    re.IGNORECASE,
)
KINDS: dict[str, Kind] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "item", "blockquote": "quote",
}  # fmt: skip
# What starts a new block, whatever it is.
BREAKING = {
    "p", "div", "br", "hr", "tr", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "caption", "figure",
    "figcaption", "article", "section", "main", "header", "footer", "address", "pre", "center",
}  # fmt: skip
# What is no part of a text, with all that stands inside.
NOT_TEXT = {
    "title",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "nav",
    "form",
    "select",
    "button",
    "iframe",
}

_cleaner = nh3.Cleaner(
    tags={*KINDS, *BREAKING, "td", "th"},
    attributes={},
    clean_content_tags=NOT_TEXT,
    strip_comments=True,
    link_rel=None,
)


def looks_like_markup(text: str) -> bool:
    """Whether a pasted text is the source of a page rather than words."""
    return bool(LOOKS_LIKE.match(text)) and "</" in text


def read_html(data: bytes) -> Document:
    """An HTML file, in the encoding it declares.

    Raises:
        Unreadable: it is no text, or too long.
    """
    declared = CHARSET.search(data[:2048])
    if declared and declared[1].lower() not in {b"utf-8", b"utf8", b"utf-16"}:
        try:
            return read_markup(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return read_markup(decoded(data))


def read_markup(markup: str) -> Document:
    """Markup as text. Scripts, forms, navigation and comments go with all they hold.

    Raises:
        Unreadable: it is empty, too long, or nested beyond all reason.
    """
    if len(markup) > MOST_MARKUP:
        raise Unreadable("too-heavy", most=MOST_MARKUP)
    named = TITLE.search(markup[:50_000])
    return Document(
        blocks_of_markup(markup), "html", " ".join(html.unescape(named[1]).split()) if named else ""
    )


def blocks_of_markup(markup: str) -> tuple[Block, ...]:
    """The blocks of a piece of markup. Raises Unreadable as `read_markup` does."""
    if _depth(markup) > DEEPEST:
        raise Unreadable("too-deep")
    reader = _Blocks()
    reader.feed(_cleaner.clean(markup.replace("\x00", "")))
    reader.close()
    reader.end()
    return collected(reader.found)


def _depth(markup: str) -> int:
    """How deep elements nest at most, counted roughly: what is never closed counts too."""
    depth = deepest = 0
    for tag in re.finditer(
        r"<(/?)(div|span|blockquote|ul|ol|table|font|section|b|i|em|strong|a)\b", markup, re.I
    ):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


class _Blocks(HTMLParser):
    """Collects the text of sanitised markup, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Kind]] = []
        self.words: list[str] = []
        self.kinds: list[Kind] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in KINDS:
            self.end()
            self.kinds.append(KINDS[tag])
        elif tag in BREAKING:
            self.end()
        else:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in KINDS or tag in BREAKING:
            self.end()
        if tag in KINDS and self.kinds:
            self.kinds.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def end(self) -> None:
        """What was collected is one block."""
        self.found.append(("".join(self.words), self.kinds[-1] if self.kinds else "paragraph"))
        self.words = []
