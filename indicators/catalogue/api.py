"""Indicators, series, sources and releases in the API."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.urls import path
from rest_framework import serializers

from indicators.catalogue.models import Indicator, Release, Series, Source
from taxonomy.asking.cursors import Key
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint, Row, places
from taxonomy.asking.filters import AskedFilters, DayFilter, OneOfFilter, TextFilter
from taxonomy.asking.narrower import under
from taxonomy.asking.parameters import Asked
from taxonomy.asking.problems import Missing
from taxonomy.asking.schema import RowSerializer
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


class SourceSerializer(RowSerializer):
    """Who states numbers (SDMX data provider)."""

    slug = serializers.CharField()
    code = serializers.CharField()
    name = serializers.CharField()
    names = TranslationsField()
    homepage = serializers.CharField()
    note = serializers.CharField()
    url = serializers.CharField()


class ReleaseSerializer(RowSerializer):
    """One document or data set that a source published."""

    slug = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # a member that is called source
    title = serializers.CharField()
    url = serializers.CharField()
    published_on = serializers.DateField()
    accessed_on = serializers.DateField(allow_null=True)
    next_release_on = serializers.DateField(allow_null=True)
    licence = serializers.CharField()
    sha256 = serializers.CharField()
    note = serializers.CharField()


class UnitSerializer(serializers.Serializer):
    code = serializers.CharField()
    symbol = serializers.CharField()
    name = serializers.CharField()


class IndicatorSerializer(RowSerializer):
    """What is measured."""

    code = serializers.CharField()
    name = serializers.CharField()
    names = TranslationsField()
    short_name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Indicator.Kind.values)
    definition = serializers.CharField()
    unit = UnitSerializer()
    decimals = serializers.IntegerField()
    base_indicator = serializers.CharField(
        allow_null=True, help_text="What a published change is a change of."
    )
    keywords = serializers.ListField(child=serializers.CharField())
    url = serializers.CharField()


class SeriesSerializer(RowSerializer):
    """A series key: indicator, area, frequency, unit, adjustment, price basis and source."""

    code = serializers.CharField()
    indicator = serializers.CharField()
    area = serializers.CharField()
    frequency = serializers.ChoiceField(choices=Series.Frequency.values)
    unit = serializers.CharField()
    adjustment = serializers.CharField()
    price_basis = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # a member that is called source
    note = serializers.CharField()


class KeywordFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        through = Indicator.keywords.through._default_manager.filter(keyword_id__in=under(value))
        return qs.filter(pk__in=through.values("indicator_id"))


class OfSourceFilter(TextFilter):
    """By the slug of a source, or by the code that stands in codes of series."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        sources = Source.objects.filter(Q(slug=value) | Q(code=value))
        return qs.filter(**{f"{self.field_name}__in": sources.values("pk")})


class SourceFilters(AskedFilters):
    code = TextFilter(help_text="As in codes of series: NBS.")


class ReleaseFilters(AskedFilters):
    source = OfSourceFilter("source", help_text="The slug of a source, or its code.")
    published_after = DayFilter("published_on", "gte", help_text="Published on this day or later.")
    published_before = DayFilter("published_on", "lte", help_text="Published on this day or earlier.")


class IndicatorFilters(AskedFilters):
    kind = OneOfFilter(choices=Indicator.Kind.choices, help_text="Level, change, share, rate or index.")
    unit = TextFilter("unit__code", help_text="The code of a unit.")
    keyword = KeywordFilter(help_text="The slug of a keyword; narrower ones count.")


class SeriesFilters(AskedFilters):
    indicator = TextFilter("indicator__code", help_text="The code of an indicator.")
    area = TextFilter("area__code", help_text="The code of an area: CHN.")
    source = OfSourceFilter("source", help_text="The slug of a source, or its code.")
    frequency = OneOfFilter(choices=Series.Frequency.choices, help_text="A, S, Q, M or D.")


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


class ToldSource(Told):
    model = Source
    key = "slug"
    columns = ("slug", "code", "name", "translations", "homepage", "note")

    def tell(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "slug": row["slug"],
            "code": row["code"],
            "name": row["name"],
            "names": names_of(row["name"], row["translations"]),
            "homepage": row["homepage"],
            "note": row["note"],
            "url": f"/sources/{row['slug']}/",
        }


class ToldRelease(Told):
    model = Release
    key = "slug"
    columns = (
        *("slug", "source__slug", "title", "url", "published_on", "accessed_on", "next_release_on"),
        *("licence", "sha256", "note"),
    )

    def tell(self, row: dict[str, Any]) -> dict[str, Any]:
        named = {name: row[name] for name in self.columns if "__" not in name}
        return {"slug": row["slug"], "source": row["source__slug"], **named}


class ToldIndicator(Told):
    model = Indicator
    key = "code"
    columns = (
        *("code", "name", "translations", "short_name", "kind", "definition", "decimals"),
        *("unit__code", "unit__symbol", "unit__name", "base_indicator__code"),
    )

    def completed(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """With the slugs of the keywords, in one further query."""
        by_id: dict[int, list[str]] = {row["id"]: [] for row in found}
        through = Indicator.keywords.through._default_manager.filter(indicator_id__in=list(by_id))
        pairs = through.order_by("keyword__slug").values_list("indicator_id", "keyword__slug")
        for indicator, slug in pairs:
            by_id[indicator].append(slug)
        return [row | {"keywords": by_id[row["id"]]} for row in found]

    def tell(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "code": row["code"],
            "name": row["name"],
            "names": names_of(row["name"], row["translations"]),
            "short_name": row["short_name"],
            "kind": row["kind"],
            "definition": row["definition"],
            "unit": {part: row[f"unit__{part}"] for part in ("code", "symbol", "name")},
            "decimals": row["decimals"],
            "base_indicator": row["base_indicator__code"],
            "keywords": row["keywords"],
            "url": f"/indicators/{row['code']}/",
        }


class ToldSeries(Told):
    model = Series
    key = "code"
    columns = (
        *("code", "indicator__code", "area__code", "frequency", "unit__code"),
        *("adjustment", "price_basis", "source__slug", "note"),
    )

    def tell(self, row: dict[str, Any]) -> dict[str, Any]:
        return {name.split("__")[0]: row[name] for name in self.columns}


class SourceList(ToldSource, ListEndpoint):
    """Sources."""

    resource = "sources"
    row = SourceSerializer
    filters = SourceFilters
    orderings = both_ways("slug", "slug") | both_ways("name", "name", "id")


class SourceDetail(ToldSource, DetailEndpoint):
    """A source."""

    resource = "sources"
    row = SourceSerializer
    key_note = "The slug of the source."


class ReleaseList(ToldRelease, ListEndpoint):
    """Releases, the newest first."""

    resource = "releases"
    row = ReleaseSerializer
    filters = ReleaseFilters
    orderings = dict(reversed(both_ways("published_on", "published_on", "id").items())) | both_ways(
        "slug", "slug"
    )


class ReleaseDetail(ToldRelease, DetailEndpoint):
    """A release."""

    resource = "releases"
    row = ReleaseSerializer
    key_note = "The slug of the release."


class IndicatorList(ToldIndicator, ListEndpoint):
    """Indicators."""

    resource = "indicators"
    row = IndicatorSerializer
    filters = IndicatorFilters
    orderings = both_ways("code", "code") | both_ways("name", "name", "id")


class IndicatorDetail(ToldIndicator, DetailEndpoint):
    """An indicator."""

    resource = "indicators"
    row = IndicatorSerializer
    key_note = "The code of the indicator."


class SeriesList(ToldSeries, ListEndpoint):
    """Series."""

    resource = "series"
    row = SeriesSerializer
    filters = SeriesFilters
    orderings = both_ways("code", "code")


class SeriesDetail(ToldSeries, DetailEndpoint):
    """A series."""

    resource = "series"
    row = SeriesSerializer
    key_note = "The code of the series: NEV_PROD.CHN.A.NBS."


resources = [
    path("indicators/", IndicatorList.as_view(), name="indicators"),
    path("indicators/<str:key>/", IndicatorDetail.as_view(), name="indicator"),
    path("series/", SeriesList.as_view(), name="series"),
    path("series/<str:key>/", SeriesDetail.as_view(), name="series-one"),
    path("sources/", SourceList.as_view(), name="sources"),
    path("sources/<str:key>/", SourceDetail.as_view(), name="source"),
    path("releases/", ReleaseList.as_view(), name="releases"),
    path("releases/<str:key>/", ReleaseDetail.as_view(), name="release"),
]
