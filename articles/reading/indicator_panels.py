"""Series that belong side by side: same area, frequency, unit, adjustment and price basis, one a source."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from indicators.catalogue.models import Indicator, Series
from indicators.observations.known import Known
from indicators.observations.models import Vintage

PANELS_SHOWN = 20
# So many in all the tables of a page together, and in each of many so many at least.
ROWS_SHOWN = 60
FEWEST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Panel:
    """The sources of one quantity in one area, and the published changes that go with them."""

    levels: list[Known]
    changes: list[Known]

    @property
    def first(self) -> Series:
        return self.levels[0].series

    @property
    def is_known(self) -> bool:
        return any(known.stated for known in self.levels)

    def change_of(self, level: Known) -> Known | None:
        """The change as published by the same source."""
        own = level.series.source_id
        return next((each for each in self.changes if each.series.source_id == own), None)


def panels_of(indicator: Indicator, known: Iterable[Known]) -> list[Panel]:
    """Panels of an indicator, those of the most sources first, then by the area's name; within by the sources' codes.

    Args:
        known: the series of the indicator and of the indicators that are its published changes.
    """
    every = list(known)
    own = [each for each in every if each.series.indicator_id == indicator.pk]
    others = [each for each in every if each.series.indicator_id != indicator.pk]
    panels = []
    for key, members in groupby(sorted(own, key=_order), key=_side_by_side):
        area, frequency = key[0], key[1]
        changes = [
            each for each in others if (each.series.area.code, each.series.frequency) == (area, frequency)
        ]
        panels.append(Panel(list(members), changes))
    return sorted(panels, key=lambda panel: (-len(panel.levels), str(panel.first.area.label).casefold()))


def _side_by_side(known: Known) -> tuple[str, ...]:
    each = known.series
    return (each.area.code, each.frequency, each.unit.code, each.adjustment, each.price_basis)


def _order(known: Known) -> tuple[str, ...]:
    """Within a panel by the source's code: an order that no new figure changes, and that ranks nobody."""
    return (*_side_by_side(known), known.series.source.code)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table of figures; `scale` is None where its statements were printed in several scales."""

    known: Known
    scale: int | None
    is_change: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in the table; None where nothing was stated."""

    vintage: Vintage | None
    column: Column
    revised: bool


@dataclass(frozen=True, slots=True)
class Row:
    period: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Periods x series, newest first; `left_out` older periods are in the CSV only."""

    columns: list[Column]
    rows: list[Row]
    left_out: int


def table_of(panel: Panel, most: int = ROWS_SHOWN) -> Table:
    columns: list[Column] = []
    for level in panel.levels:
        columns.append(Column(level, _scale(level), is_change=False))
        if change := panel.change_of(level):
            columns.append(Column(change, _scale(change), is_change=True))
    periods = periods_of([column.known for column in columns])[::-1]
    rows = [Row(period, [_cell(column, period) for column in columns]) for period in periods[:most]]
    return Table(columns, rows, max(0, len(periods) - most))


def periods_of(known: Iterable[Known]) -> list[str]:
    """All periods of these series, from old to new."""
    starts = {
        period: vintages[0].observation.period_start
        for each in known
        for period, vintages in each.stated.items()
    }
    return sorted(starts, key=lambda period: (starts[period], period))


def _cell(column: Column, period: str) -> Cell:
    return Cell(column.known.newest(period), column, column.known.is_revised(period))


def _scale(known: Known) -> int | None:
    found = {vintages[-1].unit_mult for vintages in known.stated.values() if vintages[-1].value is not None}
    return found.pop() if len(found) == 1 else None
