"""Rows become statements, or a sentence with row and column."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.importing.mapping import Mapping, guessed
from indicators.importing.reading import read_table
from indicators.importing.statements import Reader, Statement

KNOWN = {"CARS.CHN.A.STAT": "A", "STEEL.CHN.M.STAT": "M", "STEEL.CHN.Q.STAT": "Q"}


def read(text: str, **changes: object) -> tuple[list[Statement], list[str]]:
    table = read_table(text.encode(), "data.csv")
    reader = Reader(replace(guessed(table.columns), **changes), KNOWN)  # type: ignore[arg-type]
    return list(reader.statements(table)), [str(fault) for fault in reader.faults]


def value_of(text: str, mark: str = ".") -> Decimal | str | None:
    found, faults = read(f"series\tperiod\tvalue\nCARS.CHN.A.STAT\t2023\t{text}\n", decimal_mark=mark)
    return faults[0] if faults else found[0].value


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("9.443", ".", "9.443"),
        ("54.0", ".", "54.0"),
        ("3,335.71", ".", "3335.71"),
        ("−1,303", ".", "-1303"),
        ("3.335,71", ",", "3335.71"),
        ("3 335,71", ",", "3335.71"),
        ("9,443", ",", "9.443"),
        ("12,34,567.8", ".", "1234567.8"),
    ],
)
def test_numbers_are_read_as_the_file_prints_them(text: str, mark: str, value: str) -> None:
    assert str(value_of(text, mark)) == value


@pytest.mark.parametrize("text", ["", "..", "–"])
def test_nothing_is_nothing(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize("text", ["NaN", "1e400", "inf", "9,44", "1_000", "=1+1", "٣", "9.4.4", "1" * 50])
def test_what_is_no_number_is_told(text: str) -> None:
    told = value_of(text)
    assert isinstance(told, str)
    assert told.startswith("Row 2, column value: ")


def test_a_comma_for_a_point_is_guessed_at() -> None:
    assert "choose that" in str(value_of("9,44"))


@pytest.mark.parametrize(
    ("series", "period", "told"),
    [
        ("CARS.CHN.A.STTA", "2023", "The nearest one is CARS.CHN.A.STAT"),
        ("QQQ", "2023", "Create it first"),
        ("CARS.CHN.A.STAT", "44927", "it is 2023-01-01"),
        ("CARS.CHN.A.STAT", "2023-05", "does not fit CARS.CHN.A.STAT"),
        ("STEEL.CHN.M.STAT", "2023", "does not fit"),
    ],
)
def test_an_unknown_series_or_period_is_told(series: str, period: str, told: str) -> None:
    _found, faults = read(f"series,period,value\n{series},{period},1\n")
    assert told in faults[0]


def test_periods_of_sdmx_are_ours() -> None:
    found, faults = read("series,period,value\nSTEEL.CHN.Q.STAT,2023Q1,1\nSTEEL.CHN.M.STAT,2023M05,1\n")
    assert faults == []
    assert [each.period for each in found] == ["2023-Q1", "2023-05"]


def test_what_sdmx_deletes_is_withdrawn() -> None:
    found, faults = read(
        "series,period,value,action\nCARS.CHN.A.STAT,2023,9.4,D\nCARS.CHN.A.STAT,2024,9.4,I\nCARS.CHN.A.STAT,2025,1,Z\n"
    )
    assert [(each.period, each.value is None, each.status) for each in found] == [
        ("2023", True, "M"), ("2024", False, "A")
    ]  # fmt: skip
    assert "no action of SDMX" in faults[0]


def test_the_same_twice_is_told_with_both_rows() -> None:
    _found, faults = read("series,period,value\nCARS.CHN.A.STAT,2023,1\nCARS.CHN.A.STAT,2023,2\n")
    assert faults == ["Row 3: CARS.CHN.A.STAT 2023 stands in row 2 already. Delete one of both."]


def test_names_of_the_file_are_ours_by_the_mapping() -> None:
    text = "indicator,countryiso3code,date,value\nNV.CARS,CHN,2023,9.4\n"
    found, faults = read(text, codes={"NV.CARS.CHN": "CARS.CHN.A.STAT"})
    assert faults == []
    assert found[0].series == "CARS.CHN.A.STAT"


def test_a_mapping_is_the_same_after_being_kept() -> None:
    mapping = Mapping(
        series=("a", "b"), period="p", value="v", decimal_mark=",", unit_mult=6, codes={"x": "y"}
    )
    assert Mapping.from_json(mapping.as_json()) == mapping


def test_faults_end_the_reading_at_a_bound() -> None:
    text = "series,period,value\n" + "\n".join(f"Q{n},2023,1" for n in range(1000)) + "\n"
    assert len(read(text)[1]) == 200


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_any_number_comes_back_with_its_digits(number: Decimal) -> None:
    assert value_of(f"{number:,f}") == number
    swapped = f"{number:,f}".replace(",", " ").replace(".", ",")
    assert value_of(swapped, ",") == number
