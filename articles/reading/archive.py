"""The archive: months and years in which articles were first published here, and the sections of their newspapers."""

from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.feeds.selections import of_month, of_section, of_year
from articles.linked_data.pages import Step
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.lists import SECTION, Listing, listed
from taxonomy.asking.as_of import AsOf

SECTIONS_SHOWN = 60


class Section(NamedTuple):
    """A section of newspapers, as the last article of it writes it."""

    slug: str
    name: str
    articles: int


@public_page
@kept
def archive(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The months in which something was published, by year, and the sections. Four queries at most."""
    editions = in_language(asof)
    months = months_of(editions)
    context = {
        "years": [
            (year, list(members)) for year, members in groupby(months, key=lambda row: row["month"].year)
        ],
        "sections": sections_of(editions, most=SECTIONS_SHOWN),
        "section": SECTION,
    }
    return render(request, "articles/archive.html", context)


@public_page
@kept
def year(request: HttpRequest, asof: AsOf, year: int) -> HttpResponse:
    """The articles that were first published here in a year. Three queries at most.

    Raises:
        Http404: there is no such year.
    """
    chosen = of_year(asof, f"{year:04d}")
    own = chosen.editions.filter(language=get_language() or "en")
    listing = Listing(
        chosen.name,
        chosen.feed,
        crumbs=(archive_step(),),
        months=tuple(reversed(months_of(own))),
        empty=_("Nothing was first published here in %(year)s.") % {"year": chosen.name},
    )
    return listed(request, asof, chosen.editions, listing)


@public_page
@kept
def month(request: HttpRequest, asof: AsOf, year: int, month: int) -> HttpResponse:
    """The articles that were first published here in a month. Two queries at most.

    Raises:
        Http404: there is no such month.
    """
    chosen = of_month(asof, f"{year:04d}/{month:02d}")
    listing = Listing(
        chosen.name,
        chosen.feed,
        crumbs=(archive_step(), (str(year), f"/archive/{year}/")),
        empty=_("Nothing was first published here in %(month)s.") % {"month": chosen.name},
    )
    return listed(request, asof, chosen.editions, listing)


@public_page
@kept
def section(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """The articles that newspapers printed in a section of this name. Three queries at most.

    Raises:
        Http404: nothing of it was public by that day.
    """
    chosen = of_section(asof, slug)
    listing = Listing(chosen.name, chosen.feed, kicker=_("Section"), crumbs=(archive_step(), sections_step()))
    return listed(request, asof, chosen.editions, listing)


def months_of(editions: EditionQuerySet) -> list[dict[str, Any]]:
    """Each month in which one of them was first published, with their number, the newest first. One query."""
    rows = editions.annotate(month=TruncMonth("first_published_at")).values("month")
    return list(rows.annotate(count=Count("pk")).order_by("-month"))


def in_language(asof: AsOf) -> EditionQuerySet:
    """What the pages of the archive list: the articles of the language, or all where it has none."""
    current: EditionQuerySet = Edition.objects.current(asof.moment)
    own: EditionQuerySet = current.filter(language=get_language() or "en")
    return own if own.exists() else current


def sections_of(editions: EditionQuerySet, *, most: int) -> list[Section]:
    """Those with most articles, by name. Two queries."""
    of_each = editions.exclude(section=None).order_by().values_list("section")
    counted: list[Any] = list(
        of_each.annotate(count=Count("pk"), newest=Max("pk")).order_by("-count", "section")[:most]
    )
    named = Edition.objects.filter(pk__in=[newest for _slug, _count, newest in counted])
    names = dict(named.values_list("section", "snapshot__section"))
    found = [Section(slug, names[slug], count) for slug, count, _newest in counted]
    return sorted(found, key=lambda each: each.name.casefold())


def archive_step() -> Step:
    """The archive as a step of the way to what is in it."""
    return (_("Archive"), "/archive/")


def sections_step() -> Step:
    """The list of sections, likewise."""
    return (_("Sections of newspapers"), "/sections/")
