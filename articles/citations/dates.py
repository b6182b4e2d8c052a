"""Dates of known precision (EDTF level 0): `2024`, `2024-03`, `2024-03-31`. Pure."""

import re
from datetime import date

FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def parse_issued(text: str) -> tuple[int, ...]:
    """The parts that are known: (year,), (year, month) or (year, month, day).

    Raises:
        ValueError: no such form, or no such day.
    """
    found = FORM.match(text)
    if not found:
        raise ValueError(f"“{text[:40]}” is not a date. Write 2024, 2024-03 or 2024-03-31.")
    parts = tuple(int(part) for part in found.groups() if part)
    try:
        date(parts[0], *(*parts[1:], 1, 1)[:2])
    except ValueError as error:
        raise ValueError(f"“{text}” is not a day of the calendar.") from error
    return parts
