"""Quotations in the API: figures in current editions, judged as of a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from django.http.response import HttpResponseBase
from django.urls import path
from rest_framework.request import Request

from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.figures.shapes import QuotationSerializer
from articles.figures.telling import told_on
from taxonomy.asking.conditional import not_modified, tag_of
from taxonomy.asking.cursors import Key
from taxonomy.asking.endpoints import ListEndpoint, Row, places
from taxonomy.asking.filters import AskedFilters, OneOfFilter, TextFilter
from taxonomy.asking.keyset import Cut, cut, window
from taxonomy.asking.parameters import Asked

# Rows looked at for a page that is filtered by verdict.
SCAN = 500


class VerdictFilter(OneOfFilter):
    """Lets through what may have the verdict: what was revised since may have had another one on the day."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        moved = Q(edition__settled_on__gt=TruncDate("edition__published_at"))
        return qs.filter(Q(verdict=value) | moved)


class QuotationFilters(AskedFilters):
    verdict = VerdictFilter(
        choices=Quotation.Judged.choices,
        help_text="As judged on the day.",
    )
    indicator = TextFilter("observation__series__indicator__code", help_text="The code of an indicator.")
    article = TextFilter("edition__slug", help_text="The slug of an article.")


class QuotationList(ListEndpoint):
    """Figures quoted in articles, each with the vintage it was printed from and what it was revised to since."""

    resource = "quotations"
    row = QuotationSerializer
    filters = QuotationFilters
    orderings: ClassVar = {
        "-first_published_at": (
            *(Key("edition__first_published_at", True), Key("edition_id", True), Key("position")),
        ),
        "first_published_at": (*(Key("edition__first_published_at"), Key("edition_id"), Key("position")),),
    }

    def get(self, request: Request) -> HttpResponseBase:
        asked = self.read(request)
        scanned = self._scanned(asked)
        chosen = window(self.filtered(request, asked), asked.ordering, asked.position, scanned)
        found = list(chosen.values("position", "edition_id", "edition__first_published_at", "edition__etag"))
        day = asked.as_of.day
        state = [f"{row['edition_id']}:{row['position']}:{row['edition__etag']}" for row in found]
        tag = tag_of(request.build_absolute_uri(), day.isoformat(), *state)
        if unchanged := not_modified(request._request, tag):
            return unchanged
        page = cut(found[::-1] if asked.backwards else found, asked.position, scanned)
        told = zip(places(page.rows, asked.ordering), _told(page.rows, day), strict=True)
        filled = self._filled(Cut([Row(*pair) for pair in told], page.before, page.after), asked)
        return self.answer(request, self.written(request, filled, asked), tag)

    def _scanned(self, asked: Asked) -> int:
        """How many rows to look at: a verdict as of a day is only known from the figure itself."""
        limit = asked.limit or self.default_limit
        return max(SCAN, limit) if "verdict" in asked.query else limit

    def _filled(self, page: Cut[Row], asked: Asked) -> Cut[Row]:
        """The stretch of the scanned rows that holds as many shown ones as the limit."""
        limit = asked.limit or self.default_limit
        hits = [place for place, row in enumerate(page.rows) if self.shown(row.told, asked)]
        if len(hits) <= limit:
            return page
        if asked.backwards:
            return Cut(page.rows[hits[-limit] :], before=True, after=page.after)
        return Cut(page.rows[: hits[limit - 1] + 1], before=page.before, after=True)

    def everything(self, asked: Asked) -> QuerySet[Any]:
        current = Edition.objects.current(asked.as_of.moment).filter(pk=OuterRef("edition"))
        return Quotation.objects.filter(Exists(current))

    def shown(self, told: dict[str, Any], asked: Asked) -> bool:
        return told["verdict"] == asked.query.get("verdict", told["verdict"])


def _told(found: Sequence[dict[str, Any]], day: date) -> list[dict[str, Any]]:
    """One query for the figures of all the editions of a page."""
    ids = {row["edition_id"] for row in found}
    editions = {
        pk: (slug, number, {figure["n"]: figure for figure in figures})
        for pk, slug, number, figures in Edition.objects.filter(pk__in=ids).values_list(
            "pk", "slug", "number", "figures"
        )
    }
    told = []
    for row in found:
        slug, number, figures = editions[row["edition_id"]]
        told.append({"article": slug, "edition": number, **told_on(figures[row["position"]], day)})
    return told


resources = [path("quotations/", QuotationList.as_view(), name="quotations")]
