"""What every reader of files gives: columns, and rows of text with their place in the file. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOST_BYTES = 128 * 1024 * 1024
MOST_COLUMNS = 200
MOST_ROWS = 2_000_000
LONGEST_CELL = 2000


class Row(NamedTuple):
    """One row: its number as a spreadsheet or an editor counts them, and its cells in the order of the columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as a table. The rows are read while they are asked for, once."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


class FileRefused(ValueError):
    """The file cannot be read. The sentence says where, what is wrong and what to do."""

    def __init__(self, sentence: str, *, row: int | None = None, column: str = "") -> None:
        place = ", ".join([f"Row {row}"] * (row is not None) + [f"column {column}"] * bool(column))
        super().__init__(f"{place}: {sentence}" if place else sentence)
        self.row, self.column, self.sentence = row, column, sentence


def checked_columns(cells: list[str]) -> tuple[str, ...]:
    """The names of the columns: none empty below a used one, none twice.

    Raises:
        FileRefused: saying which.
    """
    names = [each.strip() for each in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise FileRefused("the first row has no names of columns. Write them there.", row=1)
    if len(names) > MOST_COLUMNS:
        raise FileRefused(f"there are {len(names)} columns; at most {MOST_COLUMNS} are read.", row=1)
    for place, name in enumerate(names, 1):
        if not name:
            raise FileRefused("this column has no name. Give it one or delete it.", row=1, column=str(place))
        if names.index(name) != place - 1:
            raise FileRefused("two columns have this name. Rename one.", row=1, column=name)
    return tuple(names)


def checked_row(number: int, cells: list[str], columns: tuple[str, ...]) -> Row | None:
    """A row as wide as the columns; None for an empty one.

    Raises:
        FileRefused: it is wider, repeats the names of the columns, or has an endless cell.
    """
    if not any(each.strip() for each in cells):
        return None
    extra = [each for each in cells[len(columns) :] if each.strip()]
    if extra:
        raise FileRefused(
            f"there are more cells than columns. Is “{extra[0][:40]}” a value with a separator in it?",
            row=number,
        )
    texts = tuple(each.strip() for each in cells[: len(columns)])
    if texts == columns:
        raise FileRefused("the names of the columns stand here a second time. Delete this row.", row=number)
    if any(len(each) > LONGEST_CELL for each in texts):
        raise FileRefused(f"a cell is longer than {LONGEST_CELL} characters.", row=number)
    return Row(number, texts + ("",) * (len(columns) - len(texts)))
