"""Plain text: paragraphs, a number in brackets at each figure, and the notes below. Pure."""

from articles.text_forms.document import Document, Fact, Note, Picture
from articles.text_forms.writer import Writer

MIME = "text/plain"
UNDERLINES = {1: "=", 2: "-", 3: ""}


def plain_of(document: Document) -> str:
    """The whole article: title, facts, text, a note for each figure, editions."""
    writer = PlainWriter(document.pictures, {note.n for note in document.notes})
    told = [writer.heading(one_line(document.title), 1)]
    told += [one_line(each) for each in (document.standfirst, document.byline) if each]
    told.append("\n".join(_fact(fact) for fact in document.facts))
    told += writer.picture(document.lead) if document.lead else []
    told += writer.body(document.body)
    if document.notes:
        told += [writer.heading(document.headings[0], 2), "\n".join(_note(note) for note in document.notes)]
    if document.editions:
        told += [writer.heading(document.headings[1], 2)]
        told += ["\n".join(f"- {one_line(each)}" for each in document.editions)]
    return "\n\n".join(each for each in told if each) + "\n"


def one_line(text: str) -> str:
    return " ".join(text.split())


class PlainWriter(Writer):
    def link(self, inner: str, url: str) -> str:
        words = inner.strip()
        return url if words in ("", url) else f"{words} <{url}>"

    def note_sign(self, n: int) -> str:
        return f" [{n}]"

    def heading(self, words: str, level: int) -> str:
        line = UNDERLINES[level] * min(len(words), 80)
        return f"{words}\n{line}" if line else words

    def picture(self, picture: Picture) -> list[str]:
        told = ". ".join(each.rstrip(".") for each in (picture.shows, picture.below) if each)
        return [f"[{told}] <{picture.url}>"] if told else []

    def table(self, rows: list[list[str]], *, headed: bool) -> str:
        return "\n".join(" | ".join(row).rstrip() for row in rows)

    def rule(self) -> str:
        return "* * *"


def _fact(fact: Fact) -> str:
    return f"{fact.label}: {' '.join(each for each in (one_line(fact.words), fact.url) if each)}"


def _note(note: Note) -> str:
    release = f"{note.release} <{note.release_url}>" if note.release_url else note.release
    sentences = [each for each in (note.measured, note.stated, release, note.state) if each]
    return f"[{note.n}] {one_line(' · '.join(sentences))}"
