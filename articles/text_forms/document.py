"""What a text form tells of an article, as plain values. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known about the article: a label, words, and where they lead; either may be empty."""

    label: str
    words: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Where a figure of the text comes from.

    Attributes:
        measured: what, where and of which period.
        stated: by whom, what and on which day; empty where nothing has been stated.
        release: the document, and its address if that is known.
        state: what holds of the print on the day.
    """

    n: int
    measured: str
    stated: str
    release: str
    release_url: str
    state: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the body: its file, what it shows, and what is said below it."""

    url: str
    shows: str
    below: str


@dataclass(frozen=True, slots=True)
class Document:
    """An edition as known on a day, in the words of its own language.

    Attributes:
        body: sanitised HTML, as the edition has it.
        headings: the words above the notes and above the list of editions.
    """

    title: str
    standfirst: str
    byline: str
    facts: tuple[Fact, ...]
    body: str
    headings: tuple[str, str]
    lead: Picture | None = None
    pictures: dict[str, Picture] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    editions: tuple[str, ...] = ()
