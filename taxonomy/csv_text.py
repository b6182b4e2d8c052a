"""Tables that leave as CSV or in a workbook: a spreadsheet shows every cell and runs none. Pure, no Django."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# What a spreadsheet takes for the beginning of a formula or a command (OWASP, CSV injection): also in full width, which
# those of East Asia read as the same.
RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|")


def text_cell(text: str) -> str:
    """Text that no spreadsheet runs: text_cell("=1+1") == "'=1+1". Control characters are left out."""
    written = "".join(each for each in text if each >= " " or each in "\t\n")
    return f"'{written}" if written.lstrip(" \u00a0\ufeff").startswith(RUNS) else written


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Lines of CSV, one by one as the rows come. Cells stand as they are: pass text through `text_cell`."""
    write = csv.writer(_Echo()).writerow
    return (write(row) for row in rows)
