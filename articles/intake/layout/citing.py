"""The line that says where an article was printed: author, title, publication, day, section, page. Pure."""

import re
from dataclasses import dataclass, replace

from articles.intake.layout.dates import Issued, day_in
from articles.intake.layout.labels import after_label
from articles.intake.layout.names import names_in
from articles.intake.layout.table import BYLINE, CITATION
from taxonomy.folding import fold

LONGEST = 700
# A source without title or author is only one with at least a month: "Source: Ministry, 2023" stands below tables.
MONTH = len("2024-03")
QUOTED = re.compile(r"[\"“”„«]\s?([^\"“”„«»]{8,400}?)\s?[\"”“»]")
URL = re.compile(r"(?:doi:\s?\S{4,200}|https?://[^\s<>\"]{4,480})", re.IGNORECASE)
SEEN = re.compile(r"\b(?:retrieved|accessed)\b[^.]{0,60}\.?", re.IGNORECASE)
PAGE = re.compile(r"\b(?:pp?|pages?|pg)\b\.?\s?([A-Z]?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\b", re.IGNORECASE)
SECTION = re.compile(
    r"\b(?:section|sec\.)\s([A-Z][\w&' -]{0,58}?)(?=[.,;)]|$)|\b([A-Z][\w&']{1,30}) section\b"
)
YEAR_IN_BRACKETS = re.compile(r"\s?\(([^()]{4,40})\)\.?\s*")
EDGES = " .,;:()[]|—–-"
JOINING = re.compile(r"^(?:in|the original in|from|via|by courtesy of|courtesy)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation line says; what it does not say is empty."""

    line: str
    authors: tuple[str, ...] = ()
    title: str = ""
    publication: str = ""
    issued: str = ""
    section: str = ""
    page: str = ""
    url: str = ""

    @property
    def says_enough(self) -> bool:
        """Whether it can be a citation: where it was printed, and when or what."""
        return bool(self.publication and (self.issued or self.title))


def read_citation(line: str, title: str = "") -> Citation | None:
    """A line as a citation, or None where it is none.

    Args:
        title: what the article is called, if that is known: a line that quotes it is a citation more likely.
    """
    if len(line) > LONGEST:
        return None
    labelled = after_label(line, CITATION, bare=True)
    words = line if labelled is None else labelled
    found = _quoting(words, title) or _bracketed(words)
    if found is None and labelled is not None:
        found = _tail(Citation(line), words)
        if len(found.issued) < MONTH:
            return None
    if found is None or not found.says_enough:
        return None
    return replace(found, line=line)


def _quoting(words: str, title: str) -> Citation | None:
    """Author, “title,” publication. Day."""
    quoted = next(iter(QUOTED.finditer(words)), None)
    if quoted is None:
        return None
    called, before = quoted[1].strip(EDGES), words[: quoted.start()].strip(" ,;:()[]|—–-")
    before = after_label(before, BYLINE, bare=True) or before
    named = names_in(before)
    if (before and not named) or (not before and fold(called) != fold(title)):
        return None
    after = words[quoted.end() :]
    found = _tail(Citation(words, tuple(named), called), after)
    return found if found.issued and len(found.publication.split()) <= 9 else None


def _bracketed(words: str) -> Citation | None:
    """Author (2024, March 31). Title. Publication, page."""
    year = YEAR_IN_BRACKETS.search(words)
    if year is None or (issued := day_in(year[1])) is None:
        return None
    authors = names_in(words[: year.start()])
    called, _dot, after = words[year.end() :].partition(". ")
    if not authors or not after or len(called) < 8:
        return None
    found = _tail(Citation(words, tuple(authors), called.strip(EDGES + '"“”')), after)
    return replace(found, issued=found.issued if len(found.issued) > len(issued.iso) else issued.iso)


def _tail(citation: Citation, words: str) -> Citation:
    """Publication, day, section, page and address, in whatever order."""
    rest = words
    url = URL.search(rest)
    rest = SEEN.sub(" ", URL.sub(" ", rest))
    issued = day_in(rest)
    rest = _without(rest, issued)
    page, section = PAGE.search(rest), SECTION.search(rest)
    rest = SECTION.sub("|", PAGE.sub("|", rest))
    pieces = [piece.strip(EDGES) for piece in re.split(r"[|;]|\.\s|,(?!\s?Ltd)", rest)]
    name = JOINING.sub("", next((piece for piece in pieces if _is_title(piece)), "")).strip(EDGES)
    return replace(
        citation,
        publication=name[:200],
        issued=issued.iso if issued else "",
        section=(section[1] or section[2] or "").strip() if section else "",
        page=page[1].replace(" ", "") if page else "",
        url=url[0].rstrip(".,;)") if url and url[0].startswith("http") else "",
    )


def _without(words: str, issued: Issued | None) -> str:
    return words if issued is None else f"{words[: issued.start]} | {words[issued.end :]}"


def _is_title(piece: str) -> bool:
    letters = sum(letter.isalpha() for letter in piece)
    return letters >= 3 and len(piece.split()) <= 12 and not piece.lower().startswith(("vol", "no ", "issue"))
