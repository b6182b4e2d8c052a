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
from taxonomy.asking.narrower import ids_under
from taxonomy.languages import Language

ORDERINGS: dict[str, Ordering] = {
    "-first_published_at": (Key("first_published_at", True), Key("id", True)),
    "first_published_at": (Key("first_published_at"), Key("id")),
    "-published_at": (Key("published_at", True), Key("id", True)),
    "published_at": (Key("published_at"), Key("id")),
    "title": (Key("title"), Key("id")),
    "-title": (Key("title", True), Key("id", True)),
}


class KeywordFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        return qs.with_keyword(ids_under(value)) if value else qs


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


class ArticleFilters(AskedFilters):
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
