"""Markdown (CommonMark, with tables and footnotes as GitHub and pandoc read them). Pure.

Nothing that an author wrote may be read as markup: https://spec.commonmark.org/0.31.2/#backslash-escapes.
"""

import re
import unicodedata

from articles.text_forms.document import Document, Fact, Note, Picture
from articles.text_forms.writer import Writer

MIME = "text/markdown"
SPECIAL = re.compile(r"([\\`*_\[\]<>|~$])")
REFERENCE = re.compile(r"&(?=#?\w+;)")
BLOCK_START = re.compile(r"(?:#{1,6}|[-+])(?=\s|$)|[-=]+(?=\s*$)")
NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
NOT_IN_ADDRESS = str.maketrans(
    {"<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20", "\n": "", "\r": "", "\t": ""}
)
MARKS = {"strong": "**", "em": "*"}
LISTS = re.compile(r"(?:-|\d{1,9}\.)(?:\s|$)")


def markdown_of(document: Document) -> str:
    """The whole article: title, facts, text, a footnote for each figure, editions."""
    writer = MarkdownWriter(document.pictures, {note.n for note in document.notes})
    told = [f"# {escaped_line(document.title).replace('#', chr(92) + '#')}"]
    told += [escaped_line(each) for each in (document.standfirst, document.byline) if each]
    told.append("\n".join(f"- {_fact(fact)}" for fact in document.facts))
    told += writer.picture(document.lead) if document.lead else []
    told += parted_lists(writer.body(document.body))
    if document.notes:
        told += [f"## {escaped_line(document.headings[0])}", *(_note(note) for note in document.notes)]
    if document.editions:
        told += [f"## {escaped_line(document.headings[1])}"]
        told += ["\n".join(f"- {escaped_line(each)}" for each in document.editions)]
    return "\n\n".join(each for each in told if each) + "\n"


def escaped(text: str) -> str:
    """Text of which no letter is markup."""
    return REFERENCE.sub("&amp;", SPECIAL.sub(r"\\\1", text))


def escaped_line(text: str) -> str:
    """A line of its own: its beginning is no heading and no list either."""
    return start_of_line(escaped(" ".join(text.split())))


def start_of_line(line: str) -> str:
    if BLOCK_START.match(line):
        return f"\\{line}"
    return NUMBERED.sub(r"\1\\\2", line, count=1) if NUMBERED.match(line) else line


def address(url: str) -> str:
    """An address between its angle brackets."""
    return f"<{REFERENCE.sub('&amp;', url.translate(NOT_IN_ADDRESS))}>"


def link_to(words: str, url: str) -> str:
    """Words, escaped already, that lead somewhere."""
    return f"[{words or escaped(url)}]({address(url)})"


def parted_lists(blocks: list[str]) -> list[str]:
    """Two lists in a row would be read as one: an empty comment parts them."""
    done: list[str] = []
    for block in blocks:
        if done and LISTS.match(done[-1]) and LISTS.match(block):
            done.append("<!-- -->")
        done.append(block)
    return done


class MarkdownWriter(Writer):
    line_break = "\\\n"

    def text(self, text: str) -> str:
        # An exclamation mark before a link would make a picture of it.
        return re.sub(r"!\Z", r"\\!", escaped(text))

    def following(self, before: str, piece: str) -> str:
        # After a note sign or a link, a bracket or colon would be read together with it.
        return f"\\{piece}" if before.endswith("]") and piece.startswith(("(", ":")) else piece

    def line_start(self, line: str) -> str:
        return start_of_line(line)

    def marked(self, tag: str, inner: str, before: str) -> str:
        words = inner.strip(" ")
        if not words or tag not in {"strong", "em", "sub", "sup"}:
            return inner
        start, end = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
        sign = MARKS.get(tag, "")
        if not sign or not _opens(words[0]) or not _opens(words[-1]) or before.endswith("*"):
            return f"{start}<{tag}>{words}</{tag}>{end}"
        return f"{start}{sign}{words}{sign}{end}"

    def link(self, inner: str, url: str) -> str:
        return link_to(inner.strip(), url)

    def note_sign(self, n: int) -> str:
        return f"[^{n}]"

    def heading(self, words: str, level: int) -> str:
        return f"{'#' * level} {words.replace('#', chr(92) + '#')}"

    def picture(self, picture: Picture) -> list[str]:
        shown = f"![{escaped(picture.shows)}]({address(picture.url)})"
        return [shown, escaped_line(picture.below)] if picture.below else [shown]

    def table(self, rows: list[list[str]], *, headed: bool) -> str:
        head, body = (rows[0], rows[1:]) if headed else ([""] * len(rows[0]), rows)
        return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body))

    def rule(self) -> str:
        return "***"


def _opens(letter: str) -> bool:
    """Whether emphasis may begin or end at this letter, whatever stands on its other side."""
    return unicodedata.category(letter)[0] in "LN"


def _fact(fact: Fact) -> str:
    words = escaped(fact.words)
    told = link_to(words, fact.url) if fact.url and fact.words else address(fact.url) if fact.url else words
    return f"{escaped_line(fact.label)}: {told}"


def _note(note: Note) -> str:
    release = link_to(escaped(note.release), note.release_url) if note.release_url else escaped(note.release)
    sentences = [escaped(note.measured), escaped(note.stated), release, escaped(note.state)]
    return f"[^{note.n}]: {' · '.join(each for each in sentences if each)}"
