"""Who has a page: authors, publications, sections and sources by letter, each with the number of its articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.linked_data.pages import Step
from articles.reading.answering import public_page
from articles.reading.archive import archive_step, in_language, sections_of
from articles.reading.finished import kept
from articles.reading.lettered import lettered
from indicators.catalogue.models import Source
from taxonomy.asking.as_of import AsOf

SECTIONS_LISTED = SHOWN_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    Attributes:
        name: as it reads; `stands_by` is what it is found under.
        lang: the language of the name, where it is known and another than the page's.
    """

    name: str
    stands_by: str
    path: str
    articles: int
    kind: str = ""
    lang: str = ""

    @property
    def number(self) -> str:
        """The number of articles in words; a source may have none."""
        if not self.articles:
            return _("Not quoted")
        return ngettext("%(n)d article", "%(n)d articles", self.articles) % {"n": self.articles}


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of its list.

    Attributes:
        above: names and paths of the pages above it, below the part of the site.
    """

    section: str
    heading: str
    standfirst: str
    empty: str
    above: tuple[Step, ...] = ()


@public_page
@kept
def authors(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Who wrote something that is public on the day. One query."""
    current = Edition.objects.current(asof.moment)
    rows = Agent.objects.filter(edition_rows__edition__in=current.values("pk"))
    counted = _counted(rows, "edition_rows", "edition_rows__edition__language")
    entries = [
        Entry(
            each.name,
            f"{each.family} {each.given}" if each.family else each.name,
            f"/authors/{each.slug}/",
            each.here or each.told,
            "" if each.kind == Agent.Kind.PERSON else str(each.get_kind_display()),
        )
        for each in counted
    ]
    about = About(
        "articles",
        _("Authors"),
        _("Everyone who wrote an article that can be read here."),
        _("There is no public article whose author is named."),
    )
    return _listed(request, asof, about, entries)


@public_page
@kept
def publications(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Where something appeared first that is public on the day. One query."""
    rows = Publication.objects.filter(editions__in=Edition.objects.current(asof.moment).values("pk"))
    entries = [
        Entry(
            each.title,
            each.title,
            f"/publications/{each.slug}/",
            each.here or each.told,
            str(each.get_kind_display()),
        )
        for each in _counted(rows, "editions", "editions__language")
    ]
    about = About(
        "articles",
        _("Publications"),
        _("Newspapers, journals and sites in which the articles appeared first."),
        _("There is no public article that names where it appeared first."),
    )
    return _listed(request, asof, about, entries)


@public_page
@kept
def sections(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """In which sections newspapers printed what is public on the day. Three queries at most."""
    found = sections_of(in_language(asof), most=SECTIONS_LISTED)
    entries = [Entry(each.name, each.name, f"/sections/{each.slug}/", each.articles) for each in found]
    about = About(
        "articles",
        _("Sections of newspapers"),
        _("As the newspaper printed it."),
        _("There is no public article that names the section of its newspaper."),
        above=(archive_step(),),
    )
    return _listed(request, asof, about, entries)


@public_page
@kept
def sources(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Who states figures, and how many articles quote them on the day. Two queries."""
    current = Edition.objects.current(asof.moment).values("pk")
    quoted = (
        Quotation.objects.filter(edition__in=current).order_by().values_list("observation__series__source")
    )
    articles = dict(quoted.annotate(articles=Count("edition", distinct=True)))
    entries = [
        Entry(
            str(each.label),
            str(each.label),
            each.get_absolute_url(),
            articles.get(each.pk, 0),
            lang="en" if each.label == each.name and _language() != "en" else "",
        )
        for each in Source.objects.all()
    ]
    about = About(
        "indicators",
        _("Sources"),
        _("Who states the figures: statistics offices, associations and others."),
        _("No sources yet."),
    )
    return _listed(request, asof, about, entries)


def _counted(rows: Any, through: str, language: str) -> Iterable[Any]:
    """With the number of articles, in all and in the language of the page: their own page counts in the same way."""
    here = Count(through, filter=Q(**{language: _language()}))
    found: Iterable[Any] = rows.order_by("pk").annotate(told=Count(through), here=here)
    return found


def _listed(request: HttpRequest, asof: AsOf, about: About, entries: list[Entry]) -> HttpResponse:
    named = [(each.stands_by, each) for each in entries]
    context = lettered(named, _language(), request.GET.get("letter", ""), most=SHOWN_AT_ONCE)
    return render(
        request,
        "articles/names.html",
        context | {"section": about.section, "about": about, "above": about.above, "asof": asof},
    )


def _language() -> str:
    return get_language() or "en"
