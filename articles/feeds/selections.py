"""What a list of articles is chosen by, and where it is: the same for its page and for its feeds."""

from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.figures.models import Quotation
from articles.reading.frame import prefix_of
from indicators.catalogue.models import Source
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Keyword


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles with something in common.

    Attributes:
        page: the address of their page, below the prefix of the language.
        feed: the same without what tells the format of a feed, as `/keywords/trade/feed`.
    """

    name: str
    title: str
    editions: EditionQuerySet
    page: str
    feed: str


def language() -> str:
    """The language of the address."""
    return get_language() or "en"


def everything(asof: AsOf) -> Selection:
    """All articles."""
    return Selection(
        contact().site_name, contact().site_name, Edition.objects.current(asof.moment), "/articles/", "/feed"
    )


def of_keyword(asof: AsOf, slug: str) -> Selection:
    """Articles with the keyword or anything narrower."""
    keyword = get_object_or_404(Keyword.objects.named(language()).with_tree_fields(), slug=slug)
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
    editions = Edition.objects.current(asof.moment).filter(author_rows__agent=agent)
    return _part(agent.name, editions, f"/authors/{slug}/")


def of_publication(asof: AsOf, slug: str) -> Selection:
    """Articles that appeared first in a newspaper, journal or site."""
    publication = get_object_or_404(Publication, slug=slug)
    editions = Edition.objects.current(asof.moment).filter(publication=publication)
    return _part(publication.title, editions, f"/publications/{slug}/")


def _part(name: Any, editions: EditionQuerySet, page: str) -> Selection:
    title = _("%(name)s: %(site)s") % {"name": name, "site": contact().site_name}
    return Selection(str(name), title, editions, page, f"{page}feed")


def address(path: str) -> str:
    """With the prefix of the language."""
    return f"{prefix_of(language())}{path}"
