"""Statements as rows of a CSV file that opens safely in a spreadsheet. Numbers stand as printed."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from indicators.observations.models import Vintage
from indicators.observations.printing import scaled
from taxonomy import csv_text
from taxonomy.csv_text import text_cell

HEADER = (
    "series", "indicator", "area", "frequency", "source", "period", "value", "low", "high", "qualifier", "unit",
    "unit_mult", "decimals", "status", "value_in_full", "stated_on", "change", "reason", "release_title",
    "release_url", "licence", "note",
)  # fmt: skip


def number_cell(value: Decimal | None) -> str:
    """The digits as printed, no thousands separator; empty where there is none."""
    return "" if value is None else format(value, "f")


def csv_lines(vintages: Iterable[Vintage]) -> Iterator[str]:
    """The header and one line a statement, one by one. The vintages come with their catalogue."""
    return csv_text.csv_lines(chain([HEADER], map(row_of, vintages)))


def row_of(vintage: Vintage, *, guarded: bool = True) -> list[str]:
    """The cells of one statement, in the order of HEADER.

    Args:
        guarded: whether text is kept from being taken for a formula; a file that marks its texts needs no guard.
    """
    observation, release = vintage.observation, vintage.release
    cell = text_cell if guarded else str
    series = observation.series
    full = None if vintage.value is None else scaled(vintage.value, vintage.unit_mult)
    return [
        series.code,
        cell(series.indicator.name),
        series.area.code,
        series.frequency,
        series.source.code,
        observation.period,
        number_cell(vintage.value),
        number_cell(vintage.low),
        number_cell(vintage.high),
        vintage.qualifier,
        series.unit.code,
        str(vintage.unit_mult),
        str(vintage.decimals),
        vintage.status,
        number_cell(full),
        vintage.stated_on.isoformat(),
        vintage.change_kind,
        cell(vintage.reason),
        cell(release.title),
        cell(release.url),
        cell(release.licence),
        cell(vintage.note),
    ]
