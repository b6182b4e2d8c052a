"""Which articles a request asks for: filters and orderings over current editions. Unknown values find nothing."""

from typing import Any

from articles.editions.models import EditionAuthor
from articles.figures.models import Quotation
from taxonomy.asking.cursors import Key, Ordering
from taxonomy.asking.filters import (
    AskedFilters,
    FromDayFilter,
    OneOfFilter,
    TextFilter,
    ToDayFilter,
    YearFilter,
)
from taxonomy.asking.narrower import ids_under, under
from taxonomy.languages import Language

RELEVANCE = "relevance"
NEWEST_FIRST = "-first_published_at"
ORDERINGS: dict[str, Ordering] = {
    NEWEST_FIRST: (Key("first_published_at", True), Key("id", True)),
    "first_published_at": (Key("first_published_at"), Key("id")),
    "-published_at": (Key("published_at", True), Key("id", True)),
    "published_at": (Key("published_at"), Key("id")),
    "title": (Key("title"), Key("id")),
    "-title": (Key("title", True), Key("id", True)),
    RELEVANCE: (),
}


class KeywordFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        # A search has spent a query already; otherwise known ids let the database plan better.
        keywords = under(value) if "q" in self.parent.data else ids_under(value)
        return qs.with_keyword(keywords)


class AuthorFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(pk__in=EditionAuthor.objects.filter(agent__slug=value).values("edition"))


class QuotesFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        quoting = Quotation.objects.filter(observation__series__indicator__code=value)
        return qs.filter(pk__in=quoting.values("edition"))


class WordsFilter(TextFilter):
    """The endpoint searches: the ranking is needed there too."""

    def filter(self, qs: Any, value: str) -> Any:
        return qs


class ArticleFilters(AskedFilters):
    q = WordsFilter(help_text="Words to be found, as in the search of the site; at most the best 1,000.")
    keyword = KeywordFilter(help_text="The slug of a keyword; narrower ones count.")
    language = OneOfFilter(choices=Language.choices, help_text="The language of the article.")
    year = YearFilter("issued_year", help_text="The year in which the original was printed.")
    published_after = FromDayFilter(
        "first_published_at", help_text="First published here on this day or later."
    )
    published_before = ToDayFilter(
        "first_published_at", help_text="First published here on this day or earlier."
    )
    publication = TextFilter("publication__slug", help_text="The slug of the newspaper or journal.")
    author = AuthorFilter(help_text="The slug of an author.")
    quotes = QuotesFilter(help_text="The code of an indicator of which the article prints a figure.")
