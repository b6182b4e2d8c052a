"""Cells that leave the house."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.csv_text import csv_lines, text_cell

# Alone, after spaces, and in full width.
RUN = [f"{space}{start}1+1" for space in ("", " ", "\u00a0", "\ufeff") for start in "=+-@＝＋－＠|\t"]


@given(st.text())
def test_no_cell_begins_with_what_a_spreadsheet_would_run(text: str) -> None:
    assert not text_cell(text).lstrip().startswith(("=", "+", "-", "@"))
    assert not text_cell(text).startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("text", RUN)
def test_what_would_run_is_marked_as_text(text: str) -> None:
    assert text_cell(text) == f"'{text}"


def test_words_stay_as_they_are() -> None:
    for words in ("Trade = growth, -3%", "چین", "“Quoted”", "", "a\nb"):
        assert text_cell(words) == words
    assert text_cell("a\x00\x1bb") == "ab"


def test_lines_are_read_back_as_the_rows_they_were() -> None:
    rows = [["title", "note"], ["A, “B”", 'two\nlines "quoted"'], ["چین", ""]]
    assert list(csv.reader(StringIO("".join(csv_lines(rows)), newline=""))) == rows
