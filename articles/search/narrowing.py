"""How the search page is asked: its parameters, and its addresses with one of them changed. Nothing is an error."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from articles.editions.states import ORDER
from articles.search.asking import LONGEST_QUERY
from articles.search.plain import clean
from articles.search.scope import Scope
from taxonomy.languages import Language

PAGE_LENGTH = 20
LAST_PAGE = 50


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The parameters of the page, each valid or left out."""

    q: str = ""
    keyword: str = ""
    publication: str = ""
    year: int | None = None
    language: str = ""
    state: str = ""
    sort: str = ""
    page: int = 1
    as_of: str = ""

    def address(self, **changed: Any) -> str:
        """The query string with some parameters changed; page 1 unless a page is given."""
        changed.setdefault("page", 1)
        new = replace(self, **changed)
        given = {each.name: getattr(new, each.name) for each in fields(new)}
        if given["page"] == 1:
            del given["page"]
        return "?" + urlencode({name: value for name, value in given.items() if value})

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE_LENGTH

    @property
    def scope(self) -> Scope:
        return Scope(self.language, self.keyword, self.publication, self.year, self.state)

    @property
    def narrows(self) -> bool:
        """Whether something less than everything is asked for, or a further page."""
        return self.scope != Scope() or self.page > 1

    def hidden(self, *names: str) -> list[tuple[str, str]]:
        """Parameters in use that a form has to carry along."""
        return [(name, str(getattr(self, name))) for name in names if getattr(self, name)]


def read_narrowing(asked: Mapping[str, str], as_of: str = "") -> Narrowing:
    """Read the parameters; what cannot be meant is left out."""
    year, page = _number(asked.get("year", "")), _number(asked.get("page", ""))
    language, state = asked.get("language", ""), asked.get("state", "")
    return Narrowing(
        q=" ".join(clean(asked.get("q", "")[:LONGEST_QUERY]).split()),
        keyword=clean(asked.get("keyword", "")[:120]),
        publication=clean(asked.get("publication", "")[:120]),
        year=year if year and year < 10_000 else None,
        language=language if language in Language.values else "",
        state=state if state in ORDER else "",
        sort="newest" if asked.get("sort") == "newest" else "",
        page=min(page, LAST_PAGE) if page else 1,
        as_of=as_of,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
