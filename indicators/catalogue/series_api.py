"""Indicators and series in the API."""

from typing import Any

from rest_framework import serializers

from indicators.catalogue.models import Indicator, Series
from indicators.catalogue.telling import OfSourceFilter, Told, TranslationsField, both_ways, names_of
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint
from taxonomy.asking.filters import AskedFilters, OneOfFilter, TextFilter
from taxonomy.asking.narrower import under
from taxonomy.asking.rows import RowSerializer


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


class IndicatorFilters(AskedFilters):
    kind = OneOfFilter(choices=Indicator.Kind.choices, help_text="Level, change, share, rate or index.")
    unit = TextFilter("unit__code", help_text="The code of a unit.")
    keyword = KeywordFilter(help_text="The slug of a keyword; narrower ones count.")


class SeriesFilters(AskedFilters):
    indicator = TextFilter("indicator__code", help_text="The code of an indicator.")
    area = TextFilter("area__code", help_text="The code of an area: CHN.")
    source = OfSourceFilter("source", help_text="The slug of a source, or its code.")
    frequency = OneOfFilter(choices=Series.Frequency.choices, help_text="A, S, Q, M or D.")


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
