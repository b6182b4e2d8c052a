"""Statistical periods (SDMX TIME_PERIOD): `2023`, `2023-S1`, `2023-Q1`, `2023-05`, `2023-05-31`. Pure."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

YEAR = re.compile(r"(\d{4})\Z")
PART = re.compile(r"(\d{4})-([SQ])([1-4])\Z")
MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")


@dataclass(frozen=True, slots=True)
class Period:
    """A period with its first and last day and the frequency it belongs to (A, S, Q, M, D)."""

    code: str
    start: date
    end: date
    frequency: str


def _months(code: str, year: int, first: int, last: int, frequency: str) -> Period:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Period(code, date(year, first, 1), end, frequency)


@lru_cache(maxsize=20_000)
def parse_period(code: str) -> Period:
    """Read a period code.

    Raises:
        ValueError: the text is no period; the message says which forms there are.
    """
    try:
        if m := YEAR.match(code):
            return _months(code, int(m[1]), 1, 12, "A")
        if m := PART.match(code):
            width = 6 if m[2] == "S" else 3
            first = (int(m[3]) - 1) * width + 1
            return _months(code, int(m[1]), first, first + width - 1, m[2])
        if m := MONTH.match(code):
            return _months(code, int(m[1]), int(m[2]), int(m[2]), "M")
        if m := DAY.match(code):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return Period(code, day, day, "D")
    except (ValueError, IndexError):
        pass
    raise ValueError(f"“{code[:40]}” is not a period. Write 2023, 2023-S1, 2023-Q1, 2023-05 or 2023-05-31.")
