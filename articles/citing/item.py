"""What is cited, in the words of CSL: a plain value from which every format and style is made. Pure, no Django."""

from dataclasses import dataclass
from typing import Literal

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
type ItemType = Literal["article-newspaper", "article-journal", "report", "webpage", "dataset"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person by family and given name, or an organisation by `literal` alone."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One work.

    Attributes:
        issued: the parts of the date that are known: (year,), (year, month) or (year, month, day); empty for none.
        place: where the newspaper or journal is published.
        url: the absolute address at which it is read here.
        original_url: where it appeared first, if that is known.
        translated_from: the English name of the language that the text was translated from for this site, if it was.
        archive: the name of the site that keeps it.
    """

    id: str
    type: ItemType
    title: str
    url: str
    language: str = "en"
    authors: tuple[Name, ...] = ()
    container_title: str = ""
    issued: tuple[int, ...] = ()
    section: str = ""
    page: str = ""
    place: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    original_url: str = ""
    translated_from: str = ""
    archive: str = ""
    edition: str = ""
