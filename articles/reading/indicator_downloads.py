"""Figures and vintages of an indicator as CSV, written while they are read."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
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
