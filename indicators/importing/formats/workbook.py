"""XLSX: the first sheet of a workbook. No macros, no formulas, no merged cells; numbers as they are shown."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from indicators.importing.tables import MOST_ROWS, FileRefused, Row, Table, checked_columns, checked_row

MOST_UNPACKED = 600 * 1024 * 1024
MOST_RATIO = 200
PLACES = re.compile(r"[#,]*0(?:\.(0+))?%?\Z")
MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z0-9:]+)"')


def read_xlsx(data: bytes) -> Table:
    """A table of text.

    Raises:
        FileRefused: not a workbook, too large when unpacked, with macros, or with merged cells.
    """
    _inspect(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows()
        header = next(rows, ())
    except (InvalidFileException, KeyError, IndexError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FileRefused("This is not a workbook that can be read. Save it again as XLSX or CSV.") from error
    columns = checked_columns([_text(cell, 1) for cell in header])
    return Table(columns, _rows(rows, columns))


def _inspect(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise FileRefused("This is not an XLSX file. Save it again as XLSX or CSV.") from error
    with parts:
        infos = parts.infolist()
        unpacked = sum(info.file_size for info in infos)
        if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(len(data), 10_000):
            raise FileRefused("The workbook is too large when unpacked. Save it as CSV.")
        names = {info.filename for info in infos}
        if any(name.endswith("vbaProject.bin") for name in names):
            raise FileRefused("The workbook contains macros. Save it as XLSX without macros.")
        sheets = sorted(name for name in names if re.match(r"xl/worksheets/sheet\d+\.xml\Z", name))
        if sheets:
            _refuse_merged(parts, sheets[0])


def _refuse_merged(parts: zipfile.ZipFile, name: str) -> None:
    """Merged cells are listed after the rows, so that the end of the sheet is looked at."""
    kept = b""
    with parts.open(name) as stream:
        while piece := stream.read(1 << 20):
            kept = (kept + piece)[-(1 << 21) :]
    if found := MERGED.search(kept):
        raise FileRefused(f"The cells {found[1].decode()} are merged. Split them, and fill each one.")


def _rows(rows: Iterator[Any], columns: tuple[str, ...]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise FileRefused(f"there are more than {MOST_ROWS:,} rows. Split the file.", row=number)
        if row := checked_row(number, [_text(cell, number) for cell in cells], columns):
            yield row


def _text(cell: Any, number: int) -> str:
    """A cell as its reader sees it: a number with the places of its format, a day in ISO 8601."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        letter = get_column_letter(cell.column)
        raise FileRefused("this is a formula. Paste its value in its place.", row=number, column=letter)
    if cell.data_type == "e":
        raise FileRefused(f"this cell says {value}.", row=number, column=get_column_letter(cell.column))
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return _shown(Decimal(repr(value)), str(cell.number_format or ""))


def _shown(number: Decimal, shape: str) -> str:
    """54 in a cell of the format 0.0 is shown as 54.0. Digits are added, never taken away."""
    if number == number.to_integral_value():
        number = Decimal(int(number))
    found = PLACES.match(shape)
    wanted = len(found[1] or "") if found else 0
    exponent = number.as_tuple().exponent
    text = format(number, "f")
    if isinstance(exponent, int) and wanted > -exponent:
        text += ("." if exponent >= 0 else "") + "0" * (wanted - max(0, -exponent))
    return text
