"""What an editor can put on the page: articles that are public or scheduled, and figures; each told by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.figures.finding import find_figures
from articles.figures.proposing import Found
from articles.front_page.draft import Draft
from articles.front_page.models import LEAD, FrontPage, FrontPageArticle, FrontPageFigure
from articles.front_page.verbs import Chosen
from articles.search.finding import ids
from indicators.observations.models import Observation

OFFERED = 12
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Named:
    """An article as the form shows it. `standing` is how it stands to readers, in words."""

    pk: int
    title: str
    language: str
    status: str
    standing: str


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure as the form shows it."""

    reference: str
    name: str
    where: str


def offered(words: str, language: str, at: datetime) -> list[Named]:
    """Articles that answer the words; without words the newest of the language. Scheduled ones come first."""
    coming = _coming(at)
    for word in words.split()[:MOST_WORDS]:
        coming = coming.filter(title__icontains=word)
    if words.strip():
        best = ids(words, at=at)[:OFFERED]
        order = {pk: place for place, pk in enumerate(best)}
        found = sorted(_light(Edition.objects.filter(pk__in=best)), key=lambda each: order[each.pk])
    else:
        coming = coming.filter(language=language)
        newest = Edition.objects.current(at).filter(language=language).newest_first()
        found = list(_light(newest)[:OFFERED])
    every = [*_light(coming)[:OFFERED], *found]
    return list({each.article_id: _named(each, at) for each in every}.values())[:OFFERED]


def named(articles: Iterable[int], at: datetime) -> dict[int, Named]:
    """The chosen articles by id; one that readers will not see is told as such. Two queries at most."""
    wanted = list(articles)
    current = {
        each.article_id: each for each in _light(Edition.objects.current(at).filter(article__in=wanted))
    }
    missing = [pk for pk in wanted if pk not in current]
    coming = (
        {each.article_id: each for each in _light(_coming(at).filter(article__in=missing))} if missing else {}
    )
    told = current | coming
    return {pk: _named(told[pk], at) if pk in told else _unknown(pk) for pk in wanted}


def named_figures(references: Sequence[str]) -> list[NamedFigure]:
    """The chosen figures in their order; those that do not exist are left out. One query."""
    rows = {each.reference: each for each in observations(references)}
    return [_figure(rows[each]) for each in references if each in rows]


def observations(references: Iterable[str]) -> QuerySet[Any]:
    """The observations of these references."""
    wanted = Q(pk__in=())
    for reference in references:
        code, _colon, period = reference.partition(":")
        wanted |= Q(series__code=code, period=period)
    related = ("series__indicator", "series__area", "series__source", "series__unit")
    found: QuerySet[Any] = Observation.objects.filter(wanted).select_related(*related)
    return found


def offered_figures(words: str, language: str, at: datetime) -> list[Found]:
    """Figures that answer the words; nothing without words."""
    return (
        find_figures(words, selected="", language=language, day=timezone.localdate(at))
        if words.strip()
        else []
    )


def draft_of(composition: FrontPage | None) -> Draft:
    """What a composition holds, to be worked on."""
    if composition is None:
        return Draft()
    articles = FrontPageArticle.objects.filter(front_page=composition).values_list("position", "article")
    places = dict(articles)
    figures = FrontPageFigure.objects.filter(front_page=composition).order_by("position")
    chosen = figures.values_list("observation__series__code", "observation__period")
    return Draft(
        lead=places.get(LEAD),
        picks=tuple(pk for place, pk in places.items() if place != LEAD),
        figures=tuple(f"{code}:{period}" for code, period in chosen),
    )


def chosen_of(draft: Draft) -> Chosen:
    """The draft in ids. One query."""
    rows = {each.reference: each.pk for each in observations(draft.figures)}
    return Chosen(draft.lead, draft.picks, tuple(rows[each] for each in draft.figures if each in rows))


def _coming(at: datetime) -> QuerySet[Any]:
    """First editions whose time has not come."""
    found: QuerySet[Any] = Edition.objects.filter(
        published_at__gt=at, withdrawn_at=None, kind=Edition.Kind.FIRST
    ).order_by("published_at")
    return found


def _light(editions: QuerySet[Any]) -> QuerySet[Any]:
    return editions.only("article", "title", "language", "first_published_at", "published_at")


def _named(edition: Any, at: datetime) -> Named:
    when = timezone.localtime(edition.published_at)
    coming = edition.published_at > at
    words = (
        _("scheduled for %(when)s") % {"when": f"{when:%Y-%m-%d %H:%M}"}
        if coming
        else _("since %(day)s") % {"day": timezone.localdate(edition.first_published_at).isoformat()}
    )
    status = "scheduled" if coming else "published"
    return Named(edition.article_id, edition.title, edition.language, status, words)


def _unknown(pk: int) -> Named:
    return Named(pk, _("An article that readers do not have"), "en", "withdrawn", _("not shown"))


def _figure(observation: Any) -> NamedFigure:
    series = observation.series
    where = f"{series.area.label}, {observation.period}, {series.source.code}"
    return NamedFigure(observation.reference, series.indicator.label, where)
