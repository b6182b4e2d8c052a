"""From rows of text to statements: series, period, number, each refused with its row and column. Pure."""

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from indicators.importing.mapping import Mapping
from indicators.importing.tables import Table
from indicators.observations.periods import Period, parse_period

MOST_FAULTS = 200
WHOLE_DIGITS, PLACES = 40, 20
PATTERNS = {
    # Groups of three, or as in lakhs: 12,34,567.8.
    ".": re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3}|\d+)(\.\d+)?\Z", re.ASCII),
    ",": re.compile(r"[+-]?(\d{1,3}([. ]\d{3})+|\d+)(,\d+)?\Z", re.ASCII),
}
SPACES = str.maketrans({"−": "-", "\u00a0": " ", "\u202f": " "})
# SDMX CL_OBS_STATUS: ours, and those that mean the same here.
STATUSES = {**{code: code for code in "APEFBMQ"}, "": "A", "H": "M", "L": "M", "O": "M", "I": "E", "S": "A"}
CORRECTING = {"": False, "revision": False, "r": False, "correction": True, "c": True}
# What SDMX does with a row; a deleted one is withdrawn.
ACTIONS = {
    **dict.fromkeys(("", "i", "a", "m", "r", "information", "append", "merge", "replace"), False),
    "d": True,
    "delete": True,
}
SERIAL = re.compile(r"[2-9]\d{4}(\.\d+)?\Z", re.ASCII)
QUARTER = re.compile(r"(\d{4})-?Q([1-4])\Z", re.IGNORECASE)
MONTH = re.compile(r"(\d{4})-?M(\d{2})\Z", re.IGNORECASE)
NOTHING = {"", "..", "...", "-", "–", "—"}


class Fault(NamedTuple):
    """What is wrong in one place, and what to do."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        where = f"Row {self.row}, column {self.column}" if self.column else f"Row {self.row}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one row states. `value` is None where the source states nothing; `corrects` that it mends a mistake."""

    row: int
    series: str
    period: str
    value: Decimal | None
    unit_mult: int
    decimals: int
    status: str
    unit: str
    corrects: bool = False


class Unreadable(ValueError):
    """Raised for one cell: (column, sentence)."""


class Reader:
    """Reads the rows of one table.

    Args:
        known: codes of series that exist.
        frequencies: the frequency of each.
    """

    def __init__(self, mapping: Mapping, frequencies: dict[str, str]) -> None:
        self.mapping, self.frequencies = mapping, frequencies
        self.faults: list[Fault] = []
        self._unknown: dict[str, str] = {}
        self._periods: dict[str, Period] = {}

    def statements(self, table: Table) -> Iterator[Statement]:
        """Every readable row; the others are in `faults`, at most 200 of them."""
        places = {name: place for place, name in enumerate(table.columns)}
        seen: dict[tuple[str, str], int] = {}
        for row in table.rows:
            if len(self.faults) >= MOST_FAULTS:
                return
            try:
                found = self._read(row.number, row.cells, places)
            except Unreadable as error:
                self.faults.append(Fault(row.number, *error.args))
                continue
            first = seen.setdefault((found.series, found.period), row.number)
            if first != row.number:
                told = f"{found.series} {found.period} stands in row {first} already. Delete one of both."
                self.faults.append(Fault(row.number, "", told))
                continue
            yield found

    def _read(self, number: int, cells: tuple[str, ...], places: dict[str, int]) -> Statement:
        mapping = self.mapping

        def cell(name: str) -> str:
            return cells[places[name]] if name else ""

        series = self._series([cell(name) for name in mapping.series])
        period = self._period(cell(mapping.period), series)
        status = "M" if self._deletes(cell(mapping.action)) else self._status(cell(mapping.status))
        value = None if status in "MQ" else self._number(cell(mapping.value))
        if value is None and status not in "MQ":
            status = "M"
        exponent = value.as_tuple().exponent if value is not None else 0
        shown = max(0, -exponent) if isinstance(exponent, int) else 0
        return Statement(
            row=number,
            series=series,
            period=period,
            value=value,
            unit_mult=self._whole(mapping.scale, cell(mapping.scale), mapping.unit_mult, -30, 30),
            decimals=max(shown, self._whole(mapping.decimals, cell(mapping.decimals), shown, 0, PLACES)),
            status=status,
            unit=cell(mapping.unit),
            corrects=self._corrects(cell(mapping.change)),
        )

    def _series(self, parts: list[str]) -> str:
        if self.mapping.only:
            return self.mapping.only
        said = ".".join(parts)
        code = self.mapping.codes.get(said, said)
        if code in self.frequencies:
            return code
        if said not in self._unknown:
            self._unknown[said] = _unknown(said, self.frequencies)
        raise Unreadable(" + ".join(self.mapping.series), self._unknown[said])

    def _period(self, text: str, series: str) -> str:
        found = self._periods.get(text)
        if found is None:
            code = QUARTER.sub(r"\1-Q\2", MONTH.sub(r"\1-\2", text))
            try:
                found = self._periods[text] = parse_period(code)
            except ValueError as error:
                raise Unreadable(self.mapping.period, f"{error}{_as_day(text)}") from error
        if found.frequency != self.frequencies[series]:
            told = f"“{text[:40]}” does not fit {series}, whose frequency is {self.frequencies[series]}."
            raise Unreadable(self.mapping.period, told)
        return found.code

    def _number(self, text: str) -> Decimal | None:
        text = text.translate(SPACES).strip()
        if text in NOTHING:
            return None
        mark = self.mapping.decimal_mark
        if not PATTERNS[mark].match(text):
            raise Unreadable(self.mapping.value, _no_number(text, mark))
        plain = (
            text.replace(",", "") if mark == "." else text.replace(".", "").replace(" ", "").replace(",", ".")
        )
        try:
            number = Decimal(plain)
        except InvalidOperation as error:
            raise Unreadable(self.mapping.value, _no_number(text, mark)) from error
        exponent = number.as_tuple().exponent
        if number.adjusted() >= WHOLE_DIGITS or not isinstance(exponent, int) or exponent < -PLACES:
            told = f"“{text[:40]}” has more than {WHOLE_DIGITS} digits or {PLACES} decimals."
            raise Unreadable(self.mapping.value, told)
        return number

    def _status(self, text: str) -> str:
        code = STATUSES.get(text.upper())
        if code is None:
            told = f"“{text[:40]}” is no status. Write one of {', '.join(sorted(set(STATUSES.values())))}, or nothing."
            raise Unreadable(self.mapping.status, told)
        return code

    def _deletes(self, text: str) -> bool:
        found = ACTIONS.get(text.lower())
        if found is None:
            told = f"“{text[:40]}” is no action of SDMX. Write I, A, M, R or D, or nothing."
            raise Unreadable(self.mapping.action, told)
        return found

    def _corrects(self, text: str) -> bool:
        found = CORRECTING.get(text.lower())
        if found is None:
            told = f"“{text[:40]}” is no kind of change. Write revision or correction, or nothing."
            raise Unreadable(self.mapping.change, told)
        return found

    @staticmethod
    def _whole(column: str, text: str, default: int, least: int, most: int) -> int:
        if not text:
            return default
        if not re.fullmatch(r"[+-]?\d{1,3}", text, re.ASCII) or not least <= int(text) <= most:
            raise Unreadable(column, f"“{text[:40]}” is no whole number from {least} to {most}.")
        return int(text)


def _as_day(text: str) -> str:
    """What a number that a spreadsheet keeps for a day says."""
    if not SERIAL.match(text):
        return ""
    day = date.fromordinal(date(1899, 12, 30).toordinal() + int(float(text)))
    return f" If a spreadsheet counts days so, it is {day.isoformat()}: give the column the format of a date."


def _no_number(text: str, mark: str) -> str:
    example = "3,335.71" if mark == "." else "3.335,71"
    other = "," if mark == "." else "."
    hint = f" If the file writes {other} before decimals, choose that." if PATTERNS[other].match(text) else ""
    return f"“{text[:40]}” is not a number. Write digits, such as {example}.{hint}"


def _unknown(said: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(said, list(known)[:20_000], n=1, cutoff=0.5)
    told = f"there is no series “{said[:80]}”."
    if near:
        return f"{told} The nearest one is {near[0]}: correct it, or say that both mean the same."
    return f"{told} Create it first, or say which of ours it is."
