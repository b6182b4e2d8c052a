"""What a list of articles is chosen by, and where it is: the same for its page and for its feeds."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.figures.models import Quotation
from articles.reading.dates import month_in_words
from articles.reading.frame import prefix_of
from articles.reading.keyword_page import keyword_at
from articles.reading.slices import YEARS
from indicators.catalogue.models import Source
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Keyword


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles with something in common.

    Attributes:
        page: the address of their page, below the prefix of the language.
        feed: the same without what tells the format of a feed, as `/keywords/trade/feed`.
        about: the row that they have in common, if it is one.
    """

    name: str
    title: str
    editions: EditionQuerySet
    page: str
    feed: str
    about: Any = None


def language() -> str:
    """The language of the address."""
    return get_language() or "en"


def everything(asof: AsOf) -> Selection:
    """All articles."""
    return Selection(
        contact().site_name, contact().site_name, Edition.objects.current(asof.moment), "/articles/", "/feed"
    )


def of_keyword(asof: AsOf, slug: str) -> Selection:
    """Articles with the keyword or anything narrower; of a merged or renamed one, with what took its place."""
    keyword = keyword_at(slug, language())
    below = Keyword.objects.descendants(keyword, include_self=True).values_list("pk", flat=True)
    editions = Edition.objects.current(asof.moment).with_keyword(list(below))
    return _part(getattr(keyword, "label", keyword.name), editions, f"/keywords/{keyword.slug}/")


def of_source(asof: AsOf, slug: str) -> Selection:
    """Articles that quote a figure of the source."""
    source = get_object_or_404(Source, slug=slug)
    quoting = Quotation.objects.filter(observation__series__source=source).values("edition")
    return _part(
        source.label, Edition.objects.current(asof.moment).filter(pk__in=quoting), f"/sources/{slug}/"
    )


def of_author(asof: AsOf, slug: str) -> Selection:
    """Articles by a person or organisation."""
    agent = get_object_or_404(Agent, slug=slug)
    editions = _of_somebody(Edition.objects.current(asof.moment).filter(author_rows__agent=agent))
    return _part(agent.name, editions, f"/authors/{slug}/", agent)


def of_publication(asof: AsOf, slug: str) -> Selection:
    """Articles that appeared first in a newspaper, journal or site."""
    publication = get_object_or_404(Publication, slug=slug)
    editions = _of_somebody(Edition.objects.current(asof.moment).filter(publication=publication))
    return _part(publication.title, editions, f"/publications/{slug}/", publication)


def _of_somebody(editions: EditionQuerySet) -> EditionQuerySet:
    """As the page does: who has nothing public, in a draft or in what was withdrawn, is not told of."""
    if not editions.exists():
        raise Http404
    return editions


def of_section(asof: AsOf, slug: str) -> Selection:
    """Articles that their newspaper printed in a section of this name, as the newest of them writes it.

    Raises:
        Http404: no article of it was public by that day.
    """
    editions = Edition.objects.current(asof.moment).filter(section=slug)
    name = editions.newest_first().values_list("snapshot__section", flat=True).first()
    if name is None:
        raise Http404(slug)
    return _part(name, editions, f"/sections/{slug}/")


def of_year(asof: AsOf, slug: str) -> Selection:
    """Articles that were first published here in a year of the site's calendar.

    Raises:
        Http404: there is no such year.
    """
    if not (len(slug) == 4 and slug.isascii() and slug.isdigit()) or int(slug) not in YEARS:
        raise Http404(slug)
    year = int(slug)
    return _part(slug, _between(asof, date(year, 1, 1), date(year + 1, 1, 1)), f"/archive/{slug}/")


def of_month(asof: AsOf, slug: str) -> Selection:
    """The same of a month, as `2024/03`.

    Raises:
        Http404: there is no such month.
    """
    year, _slash, month = slug.partition("/")
    try:
        first = date(int(year), int(month), 1)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    except (ValueError, OverflowError) as error:
        raise Http404(slug) from error
    if first.year not in YEARS:
        raise Http404(slug)
    name = month_in_words(first, language())
    return _part(name, _between(asof, first, following), f"/archive/{first:%Y/%m}/")


def _between(asof: AsOf, first: date, following: date) -> EditionQuerySet:
    start, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in (first, following))
    chosen: EditionQuerySet = Edition.objects.current(asof.moment).filter(
        first_published_at__gte=start, first_published_at__lt=end
    )
    return chosen


def _part(name: Any, editions: EditionQuerySet, page: str, about: Any = None) -> Selection:
    title = _("%(name)s: %(site)s") % {"name": name, "site": contact().site_name}
    return Selection(str(name), title, editions, page, f"{page}feed", about)


def address(path: str) -> str:
    """With the prefix of the language."""
    return f"{prefix_of(language())}{path}"
