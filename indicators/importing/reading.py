"""From a file to a table: which reader, by the name and the first bytes. Pure."""

from importlib import import_module

from indicators.importing.formats.comma import read_csv
from indicators.importing.formats.json_files import read_json
from indicators.importing.formats.sdmx_xml import read_sdmx_ml
from indicators.importing.tables import MOST_BYTES, FileRefused, Table


def read_table(data: bytes, filename: str) -> Table:
    """The file as a table of text.

    Args:
        data: the whole file, at most 128 MiB.
        filename: only its ending counts, and only where the bytes do not say what the file is.

    Raises:
        FileRefused: with a sentence, and row and column where there are any.
    """
    if not data.strip():
        raise FileRefused("The file is empty.")
    if len(data) > MOST_BYTES:
        raise FileRefused(
            f"The file has {len(data) >> 20} MiB; at most {MOST_BYTES >> 20} MiB are read. Split it."
        )
    ending = filename.lower().rpartition(".")[2]
    begins = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data[:4] == b"\xd0\xcf\x11\xe0" or ending == "xls":
        raise FileRefused("This is an old Excel file. Save it as XLSX or CSV.")
    if data[:4] in (b"%PDF", b"\x89PNG", b"{\\rt"):
        raise FileRefused("This is no table. Save it as CSV or XLSX.")
    if data[:2] == b"PK" or ending in ("xlsx", "xlsm"):
        # Workbooks are rare, and what reads them is large.
        table: Table = import_module("indicators.importing.formats.workbook").read_xlsx(data)
        return table
    if begins[:1] == b"<" or ending == "xml":
        return read_sdmx_ml(data)
    if begins[:1] in (b"{", b"[") or ending == "json":
        return read_json(data)
    return read_csv(data)
