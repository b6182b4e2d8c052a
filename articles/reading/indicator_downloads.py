"""Figures and vintages of an indicator as CSV, written while they are read, and both as a workbook."""

from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404

from articles.reading.answering import public_page
from indicators.catalogue.models import Indicator
from indicators.observations.csv_rows import csv_lines
from indicators.observations.models import Vintage
from taxonomy.asking.as_of import AsOf

CHUNK = 500
IN_TIME = (
    "observation__series__code",
    "observation__period_start",
    "stated_on",
    "recorded_at",
    "pk",
)


@public_page
def figures_csv(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """The newest statement of each observation as known on the day.

    Raises:
        Http404: no indicator has this code.
    """
    return figures_file(get_object_or_404(Indicator, code=code), asof)


@public_page
def vintages_csv(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """Every statement by the day, revised ones included.

    Raises:
        Http404: no indicator has this code.
    """
    indicator = get_object_or_404(Indicator, code=code)
    stated = Vintage.objects.stated_by(asof.day).filter(observation__series__indicator=indicator)
    return _file(stated, f"{indicator.code}-vintages-{asof.day.isoformat()}.csv")


@public_page
def figures_xlsx(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """Figures and vintages as a workbook. Three queries.

    Raises:
        Http404: no indicator has this code.
    """
    indicator = get_object_or_404(Indicator, code=code)
    every = Vintage.objects.filter(observation__series__indicator=indicator).with_catalogue()
    every = every.order_by("-observation__period_start", "observation__series__code", "-stated_on", "-pk")
    address = request.build_absolute_uri(f"{indicator.get_absolute_url()}?as_of={asof.day.isoformat()}")
    # What writes workbooks is loaded by the worker that is asked for one.
    workbook = import_module("articles.reading.indicator_workbook")
    most = workbook.MOST_ROWS
    known, stated = every.as_known_at(asof.day)[:most], every.stated_by(asof.day)[:most]
    name = f"{indicator.code}-{asof.day.isoformat()}.xlsx"
    return HttpResponse(
        workbook.workbook_of(indicator, asof.day, known, stated, address),
        content_type=workbook.MIME,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"},
    )


def figures_file(indicator: Indicator, asof: AsOf) -> StreamingHttpResponse:
    """The figures as a file to keep: its name carries the day."""
    known = Vintage.objects.as_known_at(asof.day).filter(observation__series__indicator=indicator)
    return _file(known, f"{indicator.code}-figures-{asof.day.isoformat()}.csv")


def _file(vintages: Any, name: str) -> StreamingHttpResponse:
    rows = vintages.with_catalogue().order_by(*IN_TIME).iterator(chunk_size=CHUNK)
    return StreamingHttpResponse(
        csv_lines(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"},
    )
