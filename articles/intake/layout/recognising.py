"""What each block of a clipping is: title, standfirst, text, citation, keywords, or nothing of the article. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from articles.intake.formats.document import Block, Document
from articles.intake.layout.citing import Citation, read_citation
from articles.intake.layout.lines import authors_of, is_contact, is_form, issued_of, keywords_of, opens_form
from taxonomy.folding import fold
from taxonomy.pasting import pasted


class Role(StrEnum):
    """What a block is. Text roles make the body; the others are read and left out of it."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    CITATION = "citation"
    KEYWORDS = "keywords"
    CONTACT = "contact"
    FORM = "form"

    @property
    def is_text(self) -> bool:
        """Whether it belongs to the body."""
        return self in {Role.PARAGRAPH, Role.HEADING, Role.ITEM, Role.QUOTE}


LONGEST_TITLE = 300
MOST_TITLE_WORDS = 32
MOST_KEYWORDS = 100
SHORT_WORDS = 25
EDGE = 6
SENTENCE_ENDS = (".", ";", ":", "،", "۔", "。", ",")
SENTENCE = re.compile(r"[.!?。۔][\"”’)]?\s")
SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,60}\Z")


@dataclass(slots=True)
class Layout:
    """A clipping, recognised. `guessed` names the fields that a person should look at, with the reason's code."""

    roles: list[Role]
    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    publication: str = ""
    issued: str = ""
    section: str = ""
    page: str = ""
    url: str = ""
    printed_citation: str = ""
    keywords: list[str] = field(default_factory=list)
    guessed: dict[str, str] = field(default_factory=dict)


def recognised(document: Document) -> Layout:
    """What every block of a document is, and what they say. Deterministic, linear in the text, never raises."""
    blocks = document.blocks
    layout = Layout([_plain_role(block) for block in blocks])
    _furniture(blocks, layout)
    _keywords(blocks, layout)
    citation = _citation(blocks, layout)
    _title(document, layout, citation)
    _credits(blocks, layout, citation)
    _standfirst(blocks, layout)
    _mail_day(document, layout)
    return layout


def _plain_role(block: Block) -> Role:
    return {"heading": Role.HEADING, "item": Role.ITEM, "quote": Role.QUOTE}.get(block.kind, Role.PARAGRAPH)


def _open(layout: Layout) -> list[int]:
    """The blocks that are still taken for text."""
    return [at for at, role in enumerate(layout.roles) if role.is_text]


def _furniture(blocks: Sequence[Block], layout: Layout) -> None:
    """Contact lines and forms. After the heading of a form everything short belongs to it."""
    in_form = False
    for at, block in enumerate(blocks):
        in_form = in_form or opens_form(block.text)
        if is_form(block.text) or (in_form and len(block.text.split()) <= SHORT_WORDS):
            layout.roles[at] = Role.FORM
        elif is_contact(block.text):
            layout.roles[at] = Role.CONTACT


def _keywords(blocks: Sequence[Block], layout: Layout) -> None:
    for at in _open(layout):
        words = keywords_of(blocks[at].text)
        if words is None:
            continue
        following = at + 1 if not words and at + 1 < len(blocks) else at
        found = pasted(words or blocks[following].text)
        if found.terms and not found.too_long:
            layout.roles[at] = layout.roles[following] = Role.KEYWORDS
            layout.keywords = list(dict.fromkeys([*layout.keywords, *found.terms]))[:MOST_KEYWORDS]


def _citation(blocks: Sequence[Block], layout: Layout) -> Citation | None:
    """The last citation near the end, else one near the start."""
    open_blocks = _open(layout)
    called = blocks[open_blocks[0]].text if open_blocks else ""
    for at in [*reversed(open_blocks[-EDGE:]), *open_blocks[:EDGE]]:
        found = read_citation(blocks[at].text, called)
        if found is not None:
            layout.roles[at] = Role.CITATION
            return found
    return None


def _title(document: Document, layout: Layout, citation: Citation | None) -> None:
    """A block that the citation names, the heading of the page, the subject of the mail, or the first short line."""
    blocks, open_blocks = document.blocks, _open(layout)
    cited = fold(citation.title) if citation else ""
    named = SUFFIX.sub("", document.title)
    same = [
        at
        for at in open_blocks
        if fold(blocks[at].text).strip(" .") in {cited, fold(document.title), fold(named)}
    ]
    heads = [at for at in open_blocks if blocks[at].kind == "title"]
    first = next((at for at in open_blocks[:EDGE] if not _is_credit(blocks[at].text)), None)
    for at in [*same, *heads, *([first] if first is not None and _can_be_title(blocks[first].text) else [])]:
        layout.roles[at], layout.title = Role.TITLE, blocks[at].text[:LONGEST_TITLE]
        if at not in same and at not in heads:
            layout.guessed["title"] = "first-line"
        return
    layout.title = (citation.title if citation else "") or named[:LONGEST_TITLE]
    if layout.title:
        layout.guessed["title"] = "not-in-text"


def _is_credit(line: str) -> bool:
    return authors_of(line) is not None or issued_of(line) is not None


def _can_be_title(line: str) -> bool:
    return (
        len(line) <= LONGEST_TITLE
        and len(line.split()) <= MOST_TITLE_WORDS
        and not line.endswith(SENTENCE_ENDS)
        and not SENTENCE.search(line)
    )


def _credits(blocks: Sequence[Block], layout: Layout, citation: Citation | None) -> None:
    """Bylines and days near the start or end; the citation goes before them."""
    authors: list[str] = []
    days: list[str] = []
    open_blocks = _open(layout)
    for at in dict.fromkeys([*open_blocks[:EDGE], *open_blocks[-EDGE:]]):
        line = blocks[at].text
        if (named := authors_of(line)) is not None:
            layout.roles[at] = Role.BYLINE
            authors += named
            days += [day for day in [issued_of(line)] if day]
        elif (day := issued_of(line)) is not None:
            layout.roles[at] = Role.DATELINE
            days.append(day)
    found = citation or Citation("")
    layout.authors = found.authors or tuple(dict.fromkeys(authors))
    layout.issued = found.issued if len(found.issued) == len("2024-03-31") or not days else days[0]
    layout.publication, layout.section, layout.page = found.publication, found.section, found.page
    layout.url, layout.printed_citation = found.url, found.line


def _standfirst(blocks: Sequence[Block], layout: Layout) -> None:
    """Between title and byline; or one sentence without a figure before a long text of longer paragraphs."""
    open_blocks = _open(layout)
    if Role.TITLE not in layout.roles or len(open_blocks) < 3:
        return
    at, after = open_blocks[0], open_blocks[1]
    if at < layout.roles.index(Role.TITLE) or layout.roles[at] is not Role.PARAGRAPH:
        return
    line = blocks[at].text
    if any(letter.isdigit() for letter in line) or len(line.split()) > 60:
        return
    credited = at + 1 < len(blocks) and layout.roles[at + 1] in {Role.BYLINE, Role.DATELINE}
    leads = len(open_blocks) > 3 and not SENTENCE.search(line) and len(blocks[after].text) > 1.5 * len(line)
    if credited or (leads and SENTENCE.search(blocks[after].text)):
        layout.roles[at], layout.standfirst = Role.STANDFIRST, line
        if not credited:
            layout.guessed["standfirst"] = "first-paragraph"


def _mail_day(document: Document, layout: Layout) -> None:
    if not layout.issued and document.sent_on:
        layout.issued, layout.guessed["issued"] = document.sent_on, "mail"
