"""The questions that are asked of the catalogue, each with one name."""

from typing import Any, Self

from django.db import models


class ByCodeManager(models.Manager[Any]):
    def get_by_natural_key(self, code: str) -> Any:
        return self.get(code=code)


class BySlugManager(models.Manager[Any]):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class SourceManager(BySlugManager):
    pass


class IndicatorQuerySet(models.QuerySet[Any]):
    def of_keyword(self, keywords: Any) -> Self:
        """Indicators of any of these keywords, by their own keywords or by the place of one of their series."""
        own = models.Q(keywords__in=keywords)
        place = models.Q(series__area__keyword__in=keywords)
        return self.filter(own | place).distinct()


class IndicatorManager(models.Manager.from_queryset(IndicatorQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, code: str) -> Any:
        return self.get(code=code)


class SeriesQuerySet(models.QuerySet[Any]):
    def with_catalogue(self) -> Self:
        return self.select_related("indicator", "area", "unit", "source")


class SeriesManager(models.Manager.from_queryset(SeriesQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, code: str) -> Any:
        return self.get(code=code)
