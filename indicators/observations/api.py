"""Observations in the API: a value as known on a day, with every vintage known by then; JSON and CSV."""

from collections.abc import Iterator
from typing import Any

import orjson
from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from rest_framework import serializers
from rest_framework.request import Request

from indicators.catalogue.models import Series
from indicators.observations.asking import ORDERINGS, ObservationFilters, known_on, rows_of
from indicators.observations.models import Vintage
from indicators.observations.spreadsheet import written_lines
from indicators.upstream_errors.models import UpstreamError
from taxonomy.asking.conditional import not_modified
from taxonomy.asking.cursors import Position
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint, Row
from taxonomy.asking.keyset import Cut, cut, window
from taxonomy.asking.parameters import Asked
from taxonomy.asking.problems import Missing
from taxonomy.asking.rendering import CsvRenderer, OrjsonRenderer
from taxonomy.asking.rows import RowSerializer

DECIMAL = "A decimal number as text, exactly as the source printed it."


class VintageSerializer(serializers.Serializer):
    """What the source stated on one day."""

    value = serializers.CharField(allow_null=True, help_text=DECIMAL)
    low = serializers.CharField(allow_null=True)
    high = serializers.CharField(allow_null=True)
    qualifier = serializers.ChoiceField(choices=Vintage.Qualifier.values)
    unit_mult = serializers.IntegerField()
    decimals = serializers.IntegerField()
    status = serializers.ChoiceField(choices=Vintage.Status.values)
    stated_on = serializers.DateField()
    recorded_at = serializers.DateTimeField(help_text="When this system learned of it.")
    release = serializers.CharField()
    change_kind = serializers.ChoiceField(choices=Vintage.ChangeKind.values)
    reason = serializers.CharField()
    note = serializers.CharField()


class StatedSerializer(serializers.Serializer):
    """A value as it stands in a document."""

    value = serializers.CharField(allow_null=True, help_text=DECIMAL)
    low = serializers.CharField(allow_null=True)
    high = serializers.CharField(allow_null=True)
    qualifier = serializers.ChoiceField(choices=Vintage.Qualifier.values)
    unit_mult = serializers.IntegerField()
    decimals = serializers.IntegerField()


class ExpectedSerializer(StatedSerializer):
    """The statement that we hold to be wrong. Once the source states something else, the declaration is closed."""

    stated_on = serializers.DateField()
    release = serializers.CharField()


class DeclaredErrorSerializer(StatedSerializer):
    """We hold what the source states to be wrong: what is right, and why. The figures of the source stay as stated."""

    declared_on = serializers.DateField()
    status = serializers.ChoiceField(
        choices=["open", "confirmed", *UpstreamError.Outcome.values],
        help_text="open and confirmed by the source: in force. The others: closed.",
    )
    reason = serializers.CharField()
    expect = ExpectedSerializer()
    informed_on = serializers.DateField(allow_null=True, help_text="When the source was told of it.")
    closed_on = serializers.DateField(allow_null=True)


class ObservationSerializer(RowSerializer):
    """A series at a period: the newest vintage stated by the day, and all before it."""

    key = serializers.CharField()
    series = serializers.CharField()
    indicator = serializers.CharField()
    area = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # a member that is called source
    frequency = serializers.ChoiceField(choices=Series.Frequency.values)
    period = serializers.CharField()
    value = serializers.CharField(allow_null=True, help_text=DECIMAL)
    low = serializers.CharField(allow_null=True)
    high = serializers.CharField(allow_null=True)
    qualifier = serializers.ChoiceField(choices=Vintage.Qualifier.values)
    unit = serializers.CharField()
    unit_mult = serializers.IntegerField(help_text="Power of ten: 6 for millions, 9 for billions.")
    decimals = serializers.IntegerField()
    canonical = serializers.CharField(
        allow_null=True,
        help_text="value x 10^unit_mult x the factor of the unit, as text, in canonical_unit.",
    )
    canonical_unit = serializers.CharField()
    status = serializers.ChoiceField(choices=Vintage.Status.values)
    stated_on = serializers.DateField()
    release = serializers.CharField()
    revised = serializers.BooleanField(help_text="Whether an earlier vintage said something else.")
    declared_errors = DeclaredErrorSerializer(
        many=True, help_text="Errors of the source that we declared by the day, closed since or not."
    )
    vintages = VintageSerializer(many=True, help_text="The oldest first.")


class ObservationList(ListEndpoint):
    """Observations with their vintages. In CSV without a limit, all of them.

    The value is the newest vintage stated by `as_of`; what had no vintage by then is not in the list.
    """

    resource = "observations"
    row = ObservationSerializer
    filters = ObservationFilters
    orderings = ORDERINGS
    max_limit = 1000
    depends_on = ("indicators",)
    renderer_classes = [OrjsonRenderer, CsvRenderer]

    def get(self, request: Request) -> HttpResponseBase:
        if request.accepted_renderer.format == "csv":
            return self.spreadsheet(request)
        return super().get(request)

    def everything(self, asked: Asked) -> QuerySet[Any]:
        return known_on(asked.as_of.day)

    def page(self, filtered: QuerySet[Any], asked: Asked) -> Cut[Row]:
        limit = asked.limit or self.default_limit
        return self._read(filtered, asked, asked.position, limit)

    def _read(self, filtered: QuerySet[Any], asked: Asked, position: Position | None, limit: int) -> Cut[Row]:
        chosen = window(filtered, asked.ordering, position, limit)
        found = rows_of(chosen, asked.as_of.day)
        backwards = position is not None and position.backwards
        told, before, after = cut(found[::-1] if backwards else found, position, limit)
        rows = [Row((), each.text) for each in told]
        for end in {0, len(rows) - 1} if rows else ():
            rows[end] = Row(told[end].place(asked.ordering), rows[end].told)
        return Cut(rows, before, after)

    def spreadsheet(self, request: Request) -> HttpResponseBase:
        """The rows as CSV: a page where a limit is given, else everything, read in pages while it is sent."""
        asked = self.read(request)
        filtered = self.filtered(request, asked)
        tag = self.tag(request, asked)
        answer = not_modified(request._request, tag)
        if answer is None:
            answer = self._streamed(request, filtered, asked)
            answer["Content-Disposition"] = 'inline; filename="observations.csv"'
        answer["ETag"] = tag
        return answer

    def _streamed(self, request: Request, filtered: QuerySet[Any], asked: Asked) -> HttpResponseBase:
        kind = "text/csv; charset=utf-8"
        if request.method == "HEAD":
            return HttpResponse(content_type=kind)
        columns = asked.fields or list(self.terms().fields)
        if asked.limit is None:
            return StreamingHttpResponse(
                written_lines(self._all(filtered, asked), columns), content_type=kind
            )
        page = self._read(filtered, asked, asked.position, asked.limit)
        answer = StreamingHttpResponse(
            written_lines((orjson.loads(row.told) for row in page.rows), columns), content_type=kind
        )
        related = zip(self.links(request, page, asked), ("next", "prev"), strict=True)
        if links := ", ".join(f'<{link}>; rel="{name}"' for link, name in related if link):
            answer["Link"] = links
        return answer

    def _all(self, filtered: QuerySet[Any], asked: Asked) -> Iterator[dict[str, Any]]:
        position = asked.position
        while True:
            page = self._read(filtered, asked, position, self.max_limit)
            yield from (orjson.loads(row.told) for row in page.rows)
            if not page.after or asked.backwards:
                return
            position = Position(page.rows[-1].place)


class ObservationDetail(DetailEndpoint):
    """One observation with its vintages."""

    resource = "observations"
    row = ObservationSerializer
    key_note = "Series and period: NEV_PROD.CHN.A.NBS:2023."

    def find(self, key: str, asked: Asked) -> dict[str, Any]:
        series, _colon, period = key.rpartition(":")
        chosen = known_on(asked.as_of.day).filter(series__code=series, period=period)
        for found in rows_of(chosen, asked.as_of.day):
            told: dict[str, Any] = orjson.loads(found.text)
            return told
        raise Missing(f"There is no observation “{key}” as of {asked.as_of.day}.")


resources = [
    path("observations/", ObservationList.as_view(), name="observations"),
    path("observations/<str:key>/", ObservationDetail.as_view(), name="observation"),
]
