"""What the front page is made of. Each part is one query at most, whatever there is in the library."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import orjson
from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from articles.editions.models import Edition, EditionKeyword
from articles.editions.states import entry_on, tally
from articles.editions.translated import translations_at
from articles.editions.wording import state_words, tally_words
from articles.reading.dates import site_day
from articles.reading.frame import prefix_of
from articles.reading.revised import RevisedFigure
from articles.reading.slices import page_query
from indicators.catalogue.models import Release
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import direction
from taxonomy.models import Keyword, Kind

NEWEST = 16
LATEST = 6
LETTERS_A_LINE = 120  # of a lead, for each of which the record beside it tells one event more.
RELEASES = 3  # However many a source has brought on one day: the record tells of articles too.
PICKS = 6
ISOLATE, POP = "\u2068", "\u2069"  # What is written the other way keeps its own order within a title.
RECENT = 50  # Keywords of this many articles are offered for browsing,
OF_A_KIND = 16  # and of each kind so many, those that most of them carry.
CARD_COLUMNS = (
    "slug",
    "language",
    "title",
    "standfirst",
    "first_published_at",
    "api_row",
    "figures",
    "translations",
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The article at the top."""

    row: Mapping[str, Any]
    edition: Edition
    figures: list[dict[str, str]]
    words: str
    translations: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Card:
    """An article below the lead."""

    row: Mapping[str, Any]
    language: str
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the record: an article, an edition after the first, a revised figure, a release."""

    day: date
    kind: str
    title: str
    url: str
    by: str = ""
    note: str = ""
    language: str = ""


def newest_editions(asof: AsOf, language: str) -> list[Edition]:
    """The newest articles in a language, or in any where that one has none yet."""
    current = Edition.objects.current(asof.moment).only(*CARD_COLUMNS).newest_first()
    return list(current.filter(language=language)[:NEWEST]) or list(current[:NEWEST])


def lead_of(edition: Edition, asof: AsOf) -> Lead:
    """The first article with the state of each of its figures."""
    day = asof.day
    # In the language of the article, like the text they stand below.
    with override(edition.language):
        words, told = state_words(), tally_words(tally(edition.figures, day))
    states = [(figure, entry_on(figure, day)["state"]) for figure in edition.figures]
    return Lead(
        row=orjson.loads(edition.api_row),
        edition=edition,
        figures=[
            {"n": figure["n"], "text": figure["text"], "state": state, "word": words[state]}
            for figure, state in states
        ],
        words=told,
        translations=translations_at(edition.translations, asof.moment, now=asof.now),
    )


def card_of(edition: Edition, asof: AsOf) -> Card:
    """An article below the lead, with how its figures stand on the day."""
    with override(edition.language):
        words = tally_words(tally(edition.figures, asof.day))
    return Card(
        row=orjson.loads(edition.api_row),
        language=edition.language,
        day=site_day(edition.first_published_at),
        words=words,
    )


def record_length(cards: int, lead: Edition | None = None) -> int:
    """How long the record is beside a lead and the cards under it, in rows of two: about as high as they are."""
    rows = (min(cards, PICKS) + 1) // 2
    letters = len(lead.title) + len(lead.standfirst) if lead else 0
    return LATEST + max(0, rows - 1) + min(letters // LETTERS_A_LINE, LATEST // 2)


def latest(
    asof: AsOf, newest: Sequence[Edition], revised: Iterable[RevisedFigure], *, most: int = LATEST
) -> list[Event]:
    """Articles, corrections, revised figures and releases in one record, newest first."""
    told = [_article(edition, asof) for edition in newest[:most]]
    told += [_edition(edition, asof) for edition in _later_editions(asof, newest, most)]
    told += [_figure(each) for each in revised]
    releases = Release.objects.filter(published_on__lte=asof.day).select_related("source")
    told += [_release(release, asof) for release in releases.order_by("-published_on", "-pk")[:RELEASES]]
    return sorted(told, key=lambda event: event.day, reverse=True)[:most]


def _later_editions(asof: AsOf, newest: Sequence[Edition], most: int) -> Iterable[Any]:
    """Updates and corrections, in the languages of the articles that are told beside them."""
    later = Edition.objects.published(asof.moment).after_the_first()
    later = later.filter(language__in={each.language for each in newest})
    columns = ("slug", "language", "title", "kind", "public_note", "published_at")
    return later.only(*columns).order_by("-published_at")[:most]


def _article(edition: Edition, asof: AsOf) -> Event:
    row = orjson.loads(edition.api_row)
    return Event(
        day=site_day(edition.first_published_at),
        kind=_("Article"),
        title=edition.title,
        url=f"{edition.get_absolute_url()}{page_query(asof)}",
        by=row["publication"]["title"] if row["publication"] else "",
        language=edition.language,
    )


def _edition(edition: Edition, asof: AsOf) -> Event:
    return Event(
        day=site_day(edition.published_at),
        kind=str(Edition.Kind(edition.kind).label),
        title=edition.title,
        url=f"{edition.get_absolute_url()}{page_query(asof)}#editions",
        note=edition.public_note,
        language=edition.language,
    )


def _figure(each: RevisedFigure) -> Event:
    words = {"name": each.name, "period": each.period, "value": each.now}
    if direction(each.language) != direction(get_language() or "en"):
        words = {key: f"{ISOLATE}{word}{POP}" for key, word in words.items()}
    title = (
        _("%(name)s, %(period)s: revised to %(value)s") if each.now else _("%(name)s, %(period)s: withdrawn")
    )
    return Event(
        day=each.since,
        kind=_("Figure"),
        title=title % words,
        url=each.url,
        by=each.source,
        # The sentence is ours, whatever the language of the name that it begins with.
        language=get_language() or "en",
    )


def _release(release: Release, asof: AsOf) -> Event:
    return Event(
        day=release.published_on,
        kind=_("Release"),
        title=release.title,
        url=f"{prefix_of(get_language() or 'en')}/sources/{release.source.slug}/{page_query(asof)}",
        by=release.source.code,
        # Only the interface's letters would be set in its faces and line heights.
        language="en" if release.title.isascii() else "",
    )


def keywords_by_kind(asof: AsOf, language: str) -> list[tuple[str, list[Any]]]:
    """Accepted keywords of recent articles, in the order of kinds."""
    recent = Edition.objects.current(asof.moment).newest_first().values("pk")[:RECENT]
    carried = EditionKeyword.objects.filter(edition__in=recent).order_by().values("keyword")
    found = Keyword.objects.accepted().named(language)
    counted = carried.filter(keyword=OuterRef("pk")).annotate(number=Count("pk")).values("number")
    rows = (
        found.filter(pk__in=carried)
        .annotate(number=Subquery(counted))
        .values("slug", "label", "kind", "number")
    )
    order = {kind.value: place for place, kind in enumerate(Kind)}
    ranked = sorted(rows, key=lambda row: (order[row["kind"]], -row["number"], row["label"]))
    return [
        (
            str(Kind(kind).label),
            sorted(list(members)[:OF_A_KIND], key=lambda row: str(row["label"]).casefold()),
        )
        for kind, members in groupby(ranked, lambda row: row["kind"])
    ]
