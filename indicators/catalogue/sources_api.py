"""Sources and releases in the API."""

from typing import Any

from rest_framework import serializers

from indicators.catalogue.models import Release, Source
from indicators.catalogue.telling import OfSourceFilter, Told, TranslationsField, both_ways, names_of
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint
from taxonomy.asking.filters import AskedFilters, DayFilter, TextFilter
from taxonomy.asking.rows import RowSerializer


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


class SourceFilters(AskedFilters):
    code = TextFilter(help_text="As in codes of series: NBS.")


class ReleaseFilters(AskedFilters):
    source = OfSourceFilter("source", help_text="The slug of a source, or its code.")
    published_after = DayFilter("published_on", "gte", help_text="Published on this day or later.")
    published_before = DayFilter("published_on", "lte", help_text="Published on this day or earlier.")


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
