"""BibLaTeX, with the fields that BibTeX reads besides: https://ctan.org/pkg/biblatex. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from articles.citing.item import Item, ItemType, Name
from articles.citing.remarks import remarks_on

MIME = "text/x-bibtex"
TYPES: dict[ItemType, str] = {
    "article-newspaper": "article",
    "article-journal": "article",
    "report": "report",
    "webpage": "online",
    "dataset": "dataset",
}
LANGUAGES = {"en": "english", "ur": "urdu", "zh-Hans": "chinese"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex_of(item: Item) -> str:
    """One entry. `month` stands without braces, since BibTeX knows the months by these names."""
    lines = [f"  {name} = {value}," for name, value in _fields(item)]
    return "\n".join([f"@{TYPES[item.type]}{{{key_of(item)},", *lines, "}", ""])


def key_of(item: Item) -> str:
    """Author, year and the first word of the address: `yang2024new`. ASCII only."""
    name = item.authors[0] if item.authors else Name(literal=item.container_title)
    author = _ascii(name.family or name.literal.split(" ")[0])
    word = _ascii(item.id.split("-")[0])
    return f"{author}{item.issued[0] if item.issued else ''}{word}" or "item"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    container = "journaltitle" if item.type.startswith("article") else "organization"
    container = "publisher" if item.type == "dataset" else container
    if item.authors:
        yield "author", _braced(" and ".join(_name(each) for each in item.authors), escaped=False)
    yield "title", _braced("{" + _escape(item.title) + "}", escaped=False)
    if item.container_title:
        yield container, _braced(item.container_title)
    if item.container_title and container == "journaltitle":
        yield "journal", _braced(item.container_title)
    if item.place:
        yield "location", _braced(item.place)
    if item.type == "article-newspaper":
        yield "entrysubtype", _braced("newspaper")
    if item.issued:
        yield "date", _braced("-".join(f"{part:02d}" for part in item.issued))
        yield "year", _braced(str(item.issued[0]))
    if len(item.issued) > 1:
        yield "month", MONTHS[item.issued[1] - 1]
    if item.page:
        yield "pages", _braced(item.page)
    yield "url", _braced(item.url, escaped=False)
    yield "langid", _braced(LANGUAGES.get(item.language, item.language))
    if item.keywords:
        yield "keywords", _braced(", ".join(each.replace(",", " ") for each in item.keywords))
    if item.abstract:
        yield "abstract", _braced(item.abstract)
    if remarks_on(item):
        yield "note", _braced(". ".join(remark.rstrip(".") for remark in remarks_on(item)))


def _name(name: Name) -> str:
    if name.literal:
        return "{" + _escape(name.literal) + "}"
    return _escape(", ".join(part for part in (name.family, name.given) if part))


def _braced(text: str, *, escaped: bool = True) -> str:
    return "{" + (_escape(text) if escaped else text) + "}"


def _escape(text: str) -> str:
    return " ".join(text.split()).translate(SPECIAL)


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())
