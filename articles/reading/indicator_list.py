"""The list of indicators: what is measured, and what each source states last."""

from dataclasses import dataclass, field, replace
from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import public_page
from articles.reading.trails import Trail, trails
from indicators.catalogue.models import Indicator, Series
from indicators.observations.known import Known, latest_known_by
from taxonomy.asking.as_of import AsOf

PAGE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Latest:
    """An indicator with the latest statement of each of its series."""

    indicator: Indicator
    known: list[Known]
    trails: list[Trail] = field(default_factory=list)

    @property
    def revised(self) -> bool:
        return any(each.is_revised(each.periods[-1]) for each in self.known)


@public_page
def indicator_list(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Indicators by kind, levels first. Five queries, however many there are."""
    after = request.GET.get("after", "").replace("\0", "")
    chosen = list(Indicator.objects.filter(code__gt=after).order_by("code")[: PAGE_LENGTH + 1])
    shown = chosen[:PAGE_LENGTH]
    order = list(Indicator.Kind)
    found = with_trails(latest_of(shown, asof), asof)
    rows = sorted(found, key=lambda row: order.index(Indicator.Kind(row.indicator.kind)))
    kinds = groupby(rows, key=lambda row: Indicator.Kind(row.indicator.kind))
    context = {
        "section": "indicators",
        "asof": asof,
        "language": get_language() or "en",
        "kinds": [(kind.label, list(members)) for kind, members in kinds],
        "next": shown[-1].code if len(chosen) > PAGE_LENGTH else "",
        "after": after,
    }
    return render(request, "indicators/list.html", context)


def latest_of(indicators: list[Indicator], asof: AsOf) -> list[Latest]:
    """What is known last of each indicator, in the order given. Two queries."""
    series = Series.objects.filter(indicator__in=[each.pk for each in indicators]).order_by("code")
    known = {row.indicator: row.known for row in latest_of_series(series, asof)}
    return [Latest(each, known.get(each, [])) for each in indicators]


def latest_of_series(series: QuerySet[Series], asof: AsOf) -> list[Latest]:
    """What is known last of these series, by indicator; those of which nothing is known are left out.

    Two queries.
    """
    found: dict[Indicator, list[Known]] = {}
    for known in latest_known_by(series.select_related("indicator", "area", "unit", "source"), asof.day):
        if known.stated:
            found.setdefault(known.series.indicator, []).append(known)
    return [Latest(indicator, known) for indicator, known in found.items()]


def with_trails(rows: list[Latest], asof: AsOf) -> list[Latest]:
    """The same with the periods before, of each series that has any. One query."""
    ends = {each.series.code: (each.series.code, each.periods[-1]) for row in rows for each in row.known}
    found = trails(ends.values(), asof.day, get_language() or "en")
    return [
        replace(row, trails=[found[end] for each in row.known if (end := ends[each.series.code]) in found])
        for row in rows
    ]
