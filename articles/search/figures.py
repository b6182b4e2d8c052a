"""Figures as results of their own: what a source stated, found by its number or by what it measures."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Case, Count, Q, QuerySet, When
from django.utils.translation import get_language

from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.search.analysis import stem, tokens
from articles.search.asking import Query
from articles.search.naming import series_named
from articles.search.numbers import number_in, rounded_from, stating
from indicators.catalogue.models import Indicator, Series
from indicators.observations.known import latest_known_by
from indicators.observations.models import Vintage
from indicators.observations.querysets import day_of
from indicators.observations.stated import same_statement

MOST = 4
SCANNED = 200
MOST_SERIES = 12
QUOTING_NAMED = 2
QUOTING_READ = 40


class Quoting(NamedTuple):
    """An article that quotes a figure, and where in it."""

    url: str
    position: int
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Found:
    """A figure.

    Attributes:
        stated: what the source stated.
        newest: what it states as known on the day; another statement if the figure was revised since.
        quoted: in how many articles that are public on the day.
        quoting: the newest of them: its address, title and language.
    """

    stated: Vintage
    newest: Vintage
    quoted: int
    quoting: list[Quoting] = field(default_factory=list)

    @property
    def is_revised(self) -> bool:
        return not same_statement(self.stated, self.newest)


def figures_found(query: Query, indicators: Iterable[Indicator], *, at: datetime) -> list[Found]:
    """The figures that answer best: those with the number asked for, then the latest of what was named.

    At most 6 queries, whatever the number of observations. Who types the code of a series is shown nothing else.
    """
    day = day_of(at)
    if named := series_named(query.text):
        return _told(_of_series(*named, at), at)
    stated = _with_number(query, at)[:MOST]
    if indicators := list(indicators):
        series = Series.objects.filter(indicator__in=[each.pk for each in indicators]).order_by("code")
        chosen = series.select_related("indicator", "area", "unit", "source")[:MOST_SERIES]
        known = latest_known_by(chosen, day)
        have = {vintage.observation_id for vintage in stated}
        latest = [each.latest for each in known if each.latest]
        stated += [vintage for vintage in latest if vintage.observation_id not in have]
    return _told(stated[:MOST], at)


def _told(stated: list[Vintage], at: datetime) -> list[Found]:
    ids = [vintage.observation_id for vintage in stated]
    if not ids:
        return []
    known = Vintage.objects.as_known_at(at).filter(observation__in=ids)
    newest = {vintage.observation_id: vintage for vintage in known}
    current = Edition.objects.current(at).values("pk")
    quotations = Quotation.objects.filter(observation__in=ids, edition__in=current).order_by()
    counts = quotations.values_list("observation").annotate(n=Count("edition", distinct=True))
    quoted = dict(counts)
    quoting = _quoting(quotations) if quoted else {}
    return [
        Found(
            each,
            newest.get(each.observation_id, each),
            quoted.get(each.observation_id, 0),
            quoting.get(each.observation_id, []),
        )
        for each in stated
    ]


def _quoting(quotations: QuerySet[Quotation]) -> dict[int, list[Quoting]]:
    """The newest articles that quote each observation, those in the language of the reader first.

    One query of few rows, however often it is quoted.
    """
    columns = ("observation", "position", "edition__slug", "edition__language", "edition__title")
    own = Case(When(edition__language=get_language(), then=0), default=1)
    ordered = quotations.order_by(own, "-edition__first_published_at", "edition", "position")
    rows = ordered.values_list(*columns)
    found: dict[int, list[Quoting]] = {}
    for observation, position, slug, language, title in rows[:QUOTING_READ]:
        articles = found.setdefault(observation, [])
        page = Edition(slug=slug, language=language).get_absolute_url()
        if len(articles) < QUOTING_NAMED and all(each.url != page for each in articles):
            articles.append(Quoting(page, position, title, language))
    return found


def _of_series(code: str, period: str, at: datetime) -> list[Vintage]:
    """What the series of a code (or of its beginning) state: about that period, else about their latest."""
    series = Series.objects.filter(code__istartswith=code).order_by("code")
    chosen = series.select_related("indicator", "area", "unit", "source")[:MOST]
    if not period:
        return [each.latest for each in latest_known_by(chosen, day_of(at)) if each.latest]
    about = Vintage.objects.as_known_at(at).filter(
        observation__series__code__istartswith=code, observation__period=period.upper()
    )
    return list(about.with_catalogue().order_by("observation__series__code")[:MOST])


def _with_number(query: Query, at: datetime) -> list[Vintage]:
    """What states the number that was asked for, one an observation; first what has most of the other words.

    Where nothing states it, what it is a rounding of: “9.44 million” finds 9.443 million.
    """
    figure = number_in(query.text)
    if figure is None:
        return []
    return _of(stating(figure), query, at) or _of(rounded_from(figure), query, at)


def _of(condition: Q | None, query: Query, at: datetime) -> list[Vintage]:
    if condition is None:
        return []
    found = Vintage.objects.stated_by(at).filter(condition).with_catalogue()
    once = {each.observation_id: each for each in found.order_by("stated_on", "pk")[:SCANNED]}
    asked = {stem(word) for word in query.words}
    return sorted(once.values(), key=lambda each: (-_in_common(each, asked), each.observation_id))


def _in_common(vintage: Vintage, asked: set[str]) -> int:
    series = vintage.observation.series
    names = f"{series.indicator.name} {series.area.name} {series.source.name} {series.unit.name}"
    return len(asked & {token.term for token in tokens(f"{names} {vintage.observation.period}")})
