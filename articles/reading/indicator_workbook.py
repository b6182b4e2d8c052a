"""The figures of an indicator as a workbook: figures, every statement, and what they are."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from indicators.catalogue.models import Indicator
from indicators.observations.csv_rows import HEADER, row_of
from indicators.observations.models import Vintage

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 2000
NUMBERS = frozenset({"value", "low", "high", "value_in_full"})
# A spreadsheet keeps fifteen digits of a number; a longer one stays text.
DIGITS_KEPT = 15


def workbook_of(
    indicator: Indicator, day: date, known: Iterable[Vintage], stated: Iterable[Vintage], address: str
) -> bytes:
    """The file. At most MOST_ROWS rows a sheet; the CSV file has all.

    Args:
        known: the newest statement of each observation, with its catalogue.
        stated: every statement by that day.
        address: where the figures are read.
    """
    book = Workbook(write_only=True)
    _sheet(book, "Figures", known)
    _sheet(book, "Every statement", stated)
    about = book.create_sheet("About")
    for name, text in (
        ("Indicator", indicator.name), ("Code", indicator.code), ("Definition", indicator.definition),
        ("As known on", day.isoformat()), ("Address", address),
        ("Rows", f"At most {MOST_ROWS} a sheet. The CSV file has all."),
    ):  # fmt: skip
        about.append([_text(about, name), _text(about, text)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _sheet(book: Workbook, title: str, vintages: Iterable[Vintage]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.append([_text(sheet, name) for name in HEADER])
    for vintage in vintages:
        sheet.append(_cells(sheet, row_of(vintage, guarded=False)))


def _cells(sheet: Any, row: Sequence[str]) -> list[Any]:
    return [
        _number(sheet, text) if name in NUMBERS and text else _text(sheet, text)
        for name, text in zip(HEADER, row, strict=True)
    ]


def _number(sheet: Any, text: str) -> Any:
    """A number that shows the digits that were printed."""
    value = Decimal(text)
    if len(value.as_tuple().digits) > DIGITS_KEPT:
        return _text(sheet, text)
    cell = WriteOnlyCell(sheet, value=value)
    places = len(text.partition(".")[2])
    cell.number_format = f"#,##0.{'0' * places}" if places else "#,##0"
    return cell


def _text(sheet: Any, text: str) -> Any:
    """Text, whatever it begins with: marked as such in the file, so that it is no formula."""
    allowed = ILLEGAL_CHARACTERS_RE.sub("", text)
    if not allowed.startswith("="):
        return allowed
    cell = WriteOnlyCell(sheet, value=allowed)
    cell.data_type = "s"
    return cell
