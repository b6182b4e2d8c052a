"""Keywords in the API: every one with its status, candidates and deprecated ones too."""

from collections import defaultdict
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import path
from rest_framework import serializers

from taxonomy.asking.cursors import Key
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint, Row, places
from taxonomy.asking.filters import AskedFilters, OneOfFilter, TextFilter
from taxonomy.asking.narrower import under
from taxonomy.asking.parameters import Asked
from taxonomy.asking.problems import Missing
from taxonomy.asking.rows import RowSerializer
from taxonomy.models import Keyword, KeywordLabel, KeywordMatch, Kind, Status

COLUMNS = ("slug", "name", "kind", "status", "parent__slug", "replaced_by__slug", "scope_note")


class KeywordRowSerializer(RowSerializer):
    """A keyword (skos:Concept)."""

    slug = serializers.CharField()
    name = serializers.CharField(help_text="The preferred English label.")
    labels = serializers.DictField(
        child=serializers.DictField(child=serializers.ListField(child=serializers.CharField())),
        help_text="By language, then by role: preferred, alternative.",
    )
    kind = serializers.ChoiceField(choices=Kind.values)
    status = serializers.ChoiceField(choices=Status.values)
    broader = serializers.CharField(allow_null=True)
    replaced_by = serializers.CharField(allow_null=True)
    scope_note = serializers.CharField()
    url = serializers.CharField()


class MatchSerializer(serializers.Serializer):
    relation = serializers.ChoiceField(choices=KeywordMatch.Relation.values)
    uri = serializers.CharField()


class KeywordSerializer(KeywordRowSerializer):
    """A keyword with its neighbours."""

    narrower = serializers.ListField(child=serializers.CharField())
    related = serializers.ListField(child=serializers.CharField())
    matches = MatchSerializer(many=True)


class BroaderFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(pk__in=under(value)) if value else qs


class KeywordFilters(AskedFilters):
    kind = OneOfFilter(choices=Kind.choices, help_text="What it names.")
    status = OneOfFilter(choices=Status.choices, help_text="How far the editors have taken it.")
    broader = BroaderFilter(help_text="This keyword and everything narrower, by slug.")


def _labels(found: QuerySet[Any]) -> dict[int, dict[str, dict[str, list[str]]]]:
    """Public labels by keyword; hidden ones only help the search."""
    labels: dict[int, Any] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for keyword, language, role, text in (
        found.exclude(role="hidden")
        .order_by("language", "role", "text")
        .values_list("keyword", "language", "role", "text")
    ):
        labels[keyword][language][role].append(text)
    return labels


def _told(row: dict[str, Any], labels: Any) -> dict[str, Any]:
    english = {"preferred": [row["name"]], **labels.get("en", {})}
    return {
        "slug": row["slug"],
        "name": row["name"],
        "labels": {**labels, "en": english},
        "kind": row["kind"],
        "status": row["status"],
        "broader": row["parent__slug"],
        "replaced_by": row["replaced_by__slug"],
        "scope_note": row["scope_note"],
        "url": f"/keywords/{row['slug']}/",
    }


class KeywordList(ListEndpoint):
    """Keywords."""

    resource = "keywords"
    row = KeywordRowSerializer
    filters = KeywordFilters
    orderings: ClassVar = {
        "name": (Key("name"), Key("id")),
        "-name": (Key("name", descending=True), Key("id", descending=True)),
        "slug": (Key("slug"),),
        "-slug": (Key("slug", descending=True),),
    }
    depends_on = ("taxonomy",)

    def everything(self, asked: Asked) -> QuerySet[Any]:
        return Keyword.objects.all()

    def rows(self, chosen: QuerySet[Any], asked: Asked) -> list[Row]:
        found = list(chosen.values("id", *COLUMNS))
        labels = _labels(KeywordLabel.objects.filter(keyword__in=[row["id"] for row in found]))
        told = [_told(row, labels.get(row["id"], {})) for row in found]
        return [Row(*pair) for pair in zip(places(found, asked.ordering), told, strict=True)]


class KeywordDetail(DetailEndpoint):
    """A keyword, with what is narrower and related. A former address redirects."""

    resource = "keywords"
    row = KeywordSerializer
    key_note = "The slug of the keyword."

    def find(self, key: str, asked: Asked) -> dict[str, Any] | HttpResponseBase:
        match = Q(slug=key) | Q(aliases__slug=key)
        found = list(Keyword.objects.filter(match).distinct().values("id", *COLUMNS))
        row = next((row for row in found if row["slug"] == key), None)
        if row is None and found:
            return HttpResponsePermanentRedirect(f"/api/v1/keywords/{found[0]['slug']}/")
        if row is None:
            raise Missing(f"There is no keyword “{key}”.")
        pk = row["id"]
        narrower = Keyword.objects.filter(parent=pk).order_by("slug").values_list("slug", flat=True)
        related = Keyword.objects.filter(related=pk).order_by("slug").values_list("slug", flat=True)
        matches = KeywordMatch.objects.filter(keyword=pk).order_by("uri").values("relation", "uri")
        labels = _labels(KeywordLabel.objects.filter(keyword=pk)).get(pk, {})
        return _told(row, labels) | {
            "narrower": list(narrower),
            "related": list(related),
            "matches": list(matches),
        }


resources = [
    path("keywords/", KeywordList.as_view(), name="keywords"),
    path("keywords/<str:key>/", KeywordDetail.as_view(), name="keyword"),
]
