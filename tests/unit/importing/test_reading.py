"""Files of every kind give the same table, and a bad one says where it is bad."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.importing.reading import read_table
from indicators.importing.tables import FileRefused
from tests.unit.importing.workbooks import a_workbook, with_part

CSV = b"series,period,value\nCARS.CHN.A.STAT,2023,9.443\n"
ROW = ("CARS.CHN.A.STAT", "2023", "9.443")
GENERIC = """<m:GenericData xmlns:m="m" xmlns:g="g"><m:DataSet><g:Series><g:SeriesKey>
<g:Value id="series" value="CARS.CHN.A.STAT"/></g:SeriesKey><g:Obs><g:ObsDimension value="2023"/>
<g:ObsValue value="9.443"/></g:Obs></g:Series></m:DataSet></m:GenericData>"""
SPECIFIC = """<m:Data xmlns:m="m"><DataSet><Series series="CARS.CHN.A.STAT">
<Obs TIME_PERIOD="2023" OBS_VALUE="9.443"/></Series></DataSet></m:Data>"""
SDMX_JSON = {
    "data": {
        "structure": {
            "dimensions": {
                "series": [{"id": "series", "values": [{"id": "CARS.CHN.A.STAT"}]}],
                "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2023"}]}],
            },
            "attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "P"}]}]},
        },
        "dataSets": [{"series": {"0": {"observations": {"0": [9.443, 0]}}}}],
    }
}
BANK = [
    {"page": 1},
    [{"indicator": {"id": "CARS"}, "countryiso3code": "CHN", "date": "2023", "value": 9.443, "decimal": 3}],
]


def cells(data: bytes, name: str = "data.csv") -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(data, name).rows]


@pytest.mark.parametrize(
    "data",
    [
        CSV,
        b"\xef\xbb\xbf" + CSV,
        CSV.replace(b",", b";"),
        CSV.replace(b",", b"\t"),
        CSV.replace(b"\n", b"\r\n"),
        CSV + b"\n,,\n   \n",
        b'series,period,value,\n"CARS.CHN.A.STAT"," 2023","9.443",\n',
        a_workbook([["series", "period", "value"], ["CARS.CHN.A.STAT", 2023, 9.443]]),
    ],
    ids=["plain", "byte order mark", "semicolons", "tabs", "CRLF", "empty lines", "quotes", "workbook"],
)
def test_tables_are_read_as_they_look(data: bytes) -> None:
    assert cells(data) == [ROW]


@pytest.mark.parametrize(
    "data",
    [GENERIC.encode(), SPECIFIC.encode(), json.dumps(SDMX_JSON).encode()],
    ids=["generic", "specific", "json"],
)
def test_sdmx_gives_a_column_for_each_dimension(data: bytes) -> None:
    table = read_table(data, "data")
    found = dict(zip(table.columns, next(table.rows).cells, strict=True))
    assert (found["series"], found["TIME_PERIOD"], found["OBS_VALUE"]) == ROW


def test_the_world_bank_is_read_with_the_digits_of_the_file() -> None:
    assert cells(json.dumps(BANK).encode(), "x.json") == [("CARS", "CHN", "2023", "9.443", "", "", "3")]


def test_a_number_in_a_workbook_has_the_places_of_its_format() -> None:
    data = a_workbook([["value"], [54], [54.25], [1e-7], [1e300]], formats={"A2": "0.0", "A3": "0.0"})
    assert cells(data) == [("54.0",), ("54.25",), ("0.0000001",), ("1" + "0" * 300,)]


HEAD = ["series", "period", "value"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty"),
        (CSV.replace(b"9", b"\xe9"), "Row 2: this is not UTF-8"),
        (CSV.decode().encode("utf-16"), "UTF-16"),
        (CSV + b"a,\0,c\n", "Row 3: there is a NUL"),
        (b"series,series\n", "Row 1, column series: two columns have this name"),
        (b"series,,value\n", "Row 1, column 2: this column has no name"),
        (CSV + b"a,2023,1,443\n", "Row 3: there are more cells than columns"),
        (CSV + b"CARS.CHN.A.STAT,2024\n", "Row 3: there are fewer cells than columns"),
        (b"%PDF-1.7", "This is no table"),
        (CSV + b"series,period,value\n", "Row 3: the names of the columns stand here a second time"),
        (CSV + b'a,"b\n', "not a row of CSV"),
        (CSV + b"a," + b"x" * 3000 + b",1\n", "Row 3: a cell is longer"),
        (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "not an SDMX-ML file"),
        (b"<a></a>", "no observation"),
        (b"{]", "not JSON"),
        (b"{}", "neither an SDMX-JSON"),
        (b'[{"message": []}]', "no observations"),
        (b"PK\x03\x04 nothing", "not an XLSX file"),
        (b"\xd0\xcf\x11\xe0", "old Excel file"),
        (a_workbook([HEAD, ["a", 2023, "=1+1"]]), "Row 2, column C: this is a formula"),
        (a_workbook([HEAD, ["a", 2023, 1], ["b", 2023, 1]], merged="A2:A3"), "A2:A3 are merged"),
        (with_part(a_workbook([HEAD]), "xl/vbaProject.bin", b"x"), "contains macros"),
        (with_part(a_workbook([HEAD]), "xl/x.bin", bytes(50_000_000)), "too large when unpacked"),
    ],
    ids=lambda each: each[:24] if isinstance(each, str) else "",
)
def test_a_bad_file_is_refused_with_its_place(data: bytes, told: str) -> None:
    with pytest.raises(FileRefused, match=r".*") as refused:
        cells(data)
    assert told in str(refused.value)


def test_a_day_in_a_workbook_is_a_day() -> None:
    assert cells(a_workbook([["period"], [datetime(2023, 5, 31)]])) == [("2023-05-31",)]  # noqa: DTZ001  (as Excel has it)


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.xml", "a.json", "a"]))
def test_any_bytes_give_a_table_or_a_sentence(data: bytes, name: str) -> None:
    found: Any
    try:
        found = cells(data, name)
    except FileRefused as refused:
        found = str(refused)
    assert isinstance(found, list | str)
