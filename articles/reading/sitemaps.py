"""`/sitemap.xml`: what programs that search may read, in parts of a bounded size."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils import timezone

from articles.editions.models import Edition
from articles.reading.looking_up import address_of
from indicators.catalogue.models import Indicator, Source
from taxonomy.models import Keyword, Status

LENGTH = 5000


class _Articles(Sitemap):
    """Every article that readers have now, at its present address."""

    limit = LENGTH

    def items(self) -> QuerySet[Any]:
        found: QuerySet[Any] = Edition.objects.current(timezone.now()).newest_first()
        return found.values_list("slug", "language", "published_at")

    def location(self, item: tuple[str, str, datetime]) -> str:
        return address_of(item[0], item[1])

    def lastmod(self, item: tuple[str, str, datetime]) -> datetime:
        return item[2]


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


PARTS: dict[str, type[Sitemap]] = {
    "articles": _Articles,
    "keywords": _Keywords,
    "indicators": _Indicators,
    "sources": _Sources,
}


def addresses() -> list[URLPattern]:
    """The list of the parts, and the parts."""
    given: dict[str, Any] = {"sitemaps": PARTS}
    part = {**given, "content_type": "application/xml"}
    return [
        path("sitemap.xml", index, {**given, "sitemap_url_name": "sitemap-part"}),
        path("sitemap-<section>.xml", sitemap, part, name="sitemap-part"),
    ]
