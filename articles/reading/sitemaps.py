"""`/sitemap.xml`: what programs that search may read, in parts of a bounded size, with pictures and translations."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.editions.translated import translations_at
from articles.media.remembering import printer
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.frame import prefix_of
from articles.reading.looking_up import address_of
from indicators.catalogue.models import Indicator, Source
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import Language, language_tag
from taxonomy.models import Keyword, Status

XML = "application/xml"
LENGTH = 5000
ARTICLES = 2000
# What search engines take for news: https://support.google.com/news/publisher-center/answer/9606710
NEWS_LENGTH, NEWS_FOR = 1000, timedelta(hours=48)
NEWS_LANGUAGES = {"zh-hans": "zh-cn"}
PAGES = (
    "/", "/articles/", "/archive/", "/authors/", "/publications/", "/sections/", "/keywords/", "/indicators/",
    "/sources/", "/corrections/", "/how-we-check-figures/", "/contact/",
)  # fmt: skip


class Fresh(NamedTuple):
    """An article in the map of news."""

    url: str
    language: str
    at: datetime
    title: str


class _Articles(Sitemap):
    """Every article that readers have now, at its present address."""

    limit = ARTICLES

    def items(self) -> QuerySet[Any]:
        found: QuerySet[Any] = Edition.objects.current(timezone.now()).newest_first()
        return found.values_list("slug", "language", "published_at", "snapshot__lead", "translations")

    def get_latest_lastmod(self) -> datetime | None:
        """Asked by the index: one number, not every article."""
        latest: datetime | None = Edition.objects.current(timezone.now()).aggregate(at=Max("published_at"))[
            "at"
        ]
        return latest

    def location(self, item: tuple[Any, ...]) -> str:
        return address_of(item[0], item[1])

    def lastmod(self, item: tuple[Any, ...]) -> datetime:
        moment: datetime = item[2]
        return moment

    def get_urls(self, page: Any = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        base, now, pictures = f"{protocol}://{site.domain}", timezone.now(), printer()
        urls: list[dict[str, Any]] = super().get_urls(page, site, protocol)
        for url in urls:
            _slug, language, _at, lead, translations = url["item"]
            url["picture"] = f"{base}{pictures.src(lead)}" if lead else ""
            others = [(each["language"], each["url"]) for each in translations_at(translations, now, now=now)]
            own = [(language, self.location(url["item"]))] if others else []
            url["languages"] = [(language_tag(code), f"{base}{path}") for code, path in own + others]
        return urls


class _Pages(Sitemap):
    """Where readers begin, in each language."""

    def items(self) -> list[str]:
        return [f"{prefix_of(language)}{page}" for language in Language.values for page in PAGES]

    def location(self, item: str) -> str:
        return item


class _Keywords(Sitemap):
    """Accepted keywords."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        return Keyword.objects.filter(status=Status.ACCEPTED).order_by("pk")


class _Indicators(Sitemap):
    """The catalogue."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        return Indicator.objects.order_by("pk")

    def location(self, item: Any) -> str:
        return f"/indicators/{item.code}/"


class _Sources(Sitemap):
    """Who states figures."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        return Source.objects.order_by("pk")

    def location(self, item: Any) -> str:
        return f"/sources/{item.slug}/"


class _Authors(Sitemap):
    """Who wrote something that is public."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        current = Edition.objects.current(timezone.now())
        return Agent.objects.filter(edition_rows__edition__in=current.values("pk")).distinct().order_by("pk")

    def location(self, item: Any) -> str:
        return f"/authors/{item.slug}/"


class _Publications(Sitemap):
    """Where something that is public appeared first."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        current = Edition.objects.current(timezone.now())
        return Publication.objects.filter(editions__in=current.values("pk")).distinct().order_by("pk")

    def location(self, item: Any) -> str:
        return f"/publications/{item.slug}/"


PARTS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": _Pages,
    "articles": _Articles,
    "keywords": _Keywords,
    "indicators": _Indicators,
    "sources": _Sources,
    "authors": _Authors,
    "publications": _Publications,
}


@public_page
@kept
def whole_map(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The list of the parts. It tells of the present, whatever day is asked about."""
    return _rendered(index(request, PARTS, sitemap_url_name="sitemap-part"))


@public_page
@kept
def part_of_map(request: HttpRequest, asof: AsOf, section: str) -> HttpResponse:
    """One part.

    Raises:
        Http404: there is no such part, or no such page of it.
    """
    return _rendered(sitemap(request, PARTS, section=section, template_name="articles/sitemaps/part.xml"))


@public_page
def news_map(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """What was first published here in the last two days. One query; the clock changes it at every instant."""
    now = timezone.now()
    fresh = Edition.objects.current(now).filter(first_published_at__gt=now - NEWS_FOR).newest_first()
    rows = fresh.values_list("slug", "language", "first_published_at", "title")[:NEWS_LENGTH]
    base = f"{request.scheme}://{request.get_host()}"
    told = [
        Fresh(f"{base}{address_of(slug, language)}", NEWS_LANGUAGES.get(language, language), at, title)
        for slug, language, at, title in rows
    ]
    context = {"site": contact().site_name, "fresh": told}
    return render(request, "articles/sitemaps/news.xml", context, content_type=XML)


def _rendered(answer: Any) -> HttpResponse:
    made: HttpResponse = answer.render()
    return HttpResponse(made.content, content_type=XML, headers={"X-Robots-Tag": "noindex"})


def addresses() -> list[URLPattern]:
    """The list of the parts, the parts, and the news."""
    return [
        path("sitemap.xml", whole_map),
        path("sitemap-news.xml", news_map),
        path("sitemap-<section>.xml", part_of_map, name="sitemap-part"),
    ]
