"""The choices that narrow a page of results, and the chips of those in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.citations.models import Publication
from articles.editions.models import Edition
from articles.editions.wording import state_words
from articles.search.facets import Facets, NamedCount
from articles.search.finding import Results
from articles.search.narrowing import Narrowing
from taxonomy.languages import Language
from taxonomy.models import Kind

FACETS = ("state", "keyword", "publication", "year", "language")
MOST_YEARS = 12
MOST_OF_A_KIND = 6
KINDS = {
    Kind.TOPIC: _("Topics"),
    Kind.PERSON: _("People"),
    Kind.PLACE: _("Places"),
    Kind.ORGANISATION: _("Organisations"),
    Kind.CURRENCY: _("Currencies"),
    Kind.PROGRAMME: _("Programmes"),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of choices: the parameter, what it is called, and each choice as (value, label, count)."""

    name: str
    legend: Any
    rows: Sequence[tuple[Any, Any, int]]


def choices(asked: Narrowing, results: Results) -> list[Facet]:
    """What would narrow the results; not what is narrowed already, nor what all of them share."""
    facets = results.facets
    groups = [
        Facet("state", _("With a figure that"), _states(facets)),
        *(Facet("keyword", legend, _of_kind(facets, kind)) for kind, legend in KINDS.items()),
        Facet("publication", _("Publication"), [_named(each) for each in facets.publications]),
        Facet(
            "year", _("Year of first print"), [(year, str(year), n) for year, n in facets.years][:MOST_YEARS]
        ),
        Facet("language", _("Language"), [(code, Language(code).label, n) for code, n in facets.languages]),
    ]
    telling = [
        Facet(each.name, each.legend, [row for row in each.rows if row[2] < results.total])
        for each in groups
        if not getattr(asked, each.name)
    ]
    return [each for each in telling if each.rows]


def _states(facets: Facets) -> list[tuple[Any, Any, int]]:
    words = state_words()
    return [(state, words[state], n) for state, n in facets.states]


def _of_kind(facets: Facets, kind: str) -> list[tuple[Any, Any, int]]:
    return [_named(each) for each in facets.keywords if each.kind == kind][:MOST_OF_A_KIND]


def _named(row: NamedCount) -> tuple[Any, Any, int]:
    return row.slug, row.label, row.number


def chips(asked: Narrowing, results: Results, *, at: datetime) -> list[tuple[Any, str]]:
    """The filters in use: what each says, and the address without it.

    A publication of which nothing is public at the moment is not named: what was typed stands there.
    """
    said: dict[str, Any] = {
        "state": state_words().get(asked.state),
        "keyword": results.keyword.label if results.keyword else asked.keyword,
        "publication": _title(asked.publication, at),
        "year": str(asked.year),
        "language": Language(asked.language).label if asked.language else "",
    }
    return [(said[name], asked.address(**{name: None})) for name in FACETS if getattr(asked, name)]


def _title(slug: str, at: datetime) -> str:
    if not slug:
        return ""
    public = Edition.objects.current(at).filter(publication=OuterRef("pk"))
    named = Publication.objects.filter(Exists(public), slug=slug)
    return named.values_list("title", flat=True).first() or slug
