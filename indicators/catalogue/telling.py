"""What the resources of the catalogue have in common in the API."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from rest_framework import serializers

from indicators.catalogue.models import Source
from taxonomy.asking.cursors import Key
from taxonomy.asking.endpoints import Row, places
from taxonomy.asking.filters import TextFilter
from taxonomy.asking.parameters import Asked
from taxonomy.asking.problems import Missing
from taxonomy.languages import Language


def both_ways(name: str, *columns: str) -> dict[str, tuple[Key, ...]]:
    """An ordering and its reverse."""
    return {
        name: tuple(Key(column) for column in columns),
        f"-{name}": tuple(Key(column, descending=True) for column in columns),
    }


class TranslationsField(serializers.DictField):
    """Names by language code."""

    child = serializers.CharField()


def names_of(name: str, translations: dict[str, str]) -> dict[str, str]:
    return {str(Language.ENGLISH): name} | translations


class OfSourceFilter(TextFilter):
    """By the slug of a source, or by the code that stands in codes of series."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        sources = Source.objects.filter(Q(slug=value) | Q(code=value))
        return qs.filter(**{f"{self.field_name}__in": sources.values("pk")})


class Told:
    """A resource of which the list and the single row tell the same members, read by `columns`."""

    model: ClassVar[Any]
    key: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    depends_on: ClassVar[tuple[str, ...]] = ("indicators", "taxonomy")

    def everything(self, asked: Asked) -> QuerySet[Any]:
        found: QuerySet[Any] = self.model.objects.all()
        return found

    def tell(self, row: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def rows(self, chosen: QuerySet[Any], asked: Asked) -> list[Row]:
        found = list(chosen.values("id", *self.columns))
        told = [self.tell(row) for row in self.completed(found)]
        return [Row(*pair) for pair in zip(places(found, asked.ordering), told, strict=True)]

    def completed(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return found

    def find(self, key: str, asked: Asked) -> dict[str, Any]:
        found = list(self.model.objects.filter(**{self.key: key}).values("id", *self.columns))
        if not found:
            raise Missing(f"There is no {self.model._meta.verbose_name} “{key}”.")
        return self.tell(self.completed(found)[0])
