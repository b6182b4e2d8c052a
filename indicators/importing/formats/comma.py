"""CSV and SDMX-CSV: text in UTF-8, separated by commas, semicolons or tabs (RFC 4180)."""

import csv
import io
from collections.abc import Iterator

from indicators.importing.tables import MOST_ROWS, FileRefused, Row, Table, checked_columns, checked_row

SEPARATORS = ",;\t"


def read_csv(data: bytes) -> Table:
    """A table of text.

    Raises:
        FileRefused: another encoding, no header, or (while rows are read) a broken row.
    """
    text = _text(data)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = checked_columns(next(reader, []))
    except csv.Error as error:
        raise FileRefused(f"this is not a row of CSV ({error}).", row=1) from error
    return Table(columns, _rows(reader, columns))


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FileRefused("The file is in UTF-16. Save it as CSV in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise FileRefused("this is not UTF-8. Save the file as CSV in UTF-8.", row=row) from error
    if "\0" in text:
        raise FileRefused(
            "there is a NUL character; this is no text file.", row=text[: text.index("\0")].count("\n") + 1
        )
    return text


def _rows(reader: "csv._reader", columns: tuple[str, ...]) -> Iterator[Row]:  # type: ignore[name-defined]
    count = 0
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileRefused(f"this is not a row of CSV ({error}).", row=number) from error
        if 0 < len(cells) < len(columns) and any(each.strip() for each in cells):
            raise FileRefused(
                "there are fewer cells than columns. Is the end of the row missing?", row=number
            )
        if row := checked_row(number, cells, columns):
            count += 1
            if count > MOST_ROWS:
                raise FileRefused(f"there are more than {MOST_ROWS:,} rows. Split the file.", row=number)
            yield row
