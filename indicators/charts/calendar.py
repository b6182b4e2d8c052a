"""The run of periods between two, so that a period nobody states shows as a gap and not as nothing. Pure."""

import re
from collections.abc import Sequence

PARTS = {"S": 2, "Q": 4, "M": 12}
CODE = re.compile(r"(\d{4})(?:-([SQ])?(\d{1,2}))?\Z")


def with_gaps(periods: Sequence[str], most: int) -> list[str]:
    """These periods of one frequency with all that lie between them; the newest ones if there are too many.

    Days are left as they are: markets and offices have days off.
    """
    if len(periods) < 2 or not all(CODE.match(each) for each in periods):
        return list(periods)[-most:]
    first, last = _number(periods[0]), _number(periods[-1])
    start = max(first, last - most + 1)
    return [_code(number, periods[0]) for number in range(start, last + 1)]


def round_years(periods: Sequence[str], most: int) -> list[int]:
    """The places of the first periods of round years, of so many years that no more than `most` are named."""
    firsts: dict[int, int] = {}
    for place, period in enumerate(periods):
        firsts.setdefault(int(period[:4]), place)
    for step in (1, 2, 5, 10, 20, 25, 50, 100):
        found = [place for year, place in firsts.items() if year % step == 0]
        if len(found) <= most:
            return found
    return []


def _kind(code: str) -> str:
    return code[5] if "-S" in code or "-Q" in code else "M" if "-" in code else "A"


def _number(code: str) -> int:
    parts = PARTS.get(_kind(code), 1)
    part = int(code[5:].lstrip("SQ")) - 1 if parts > 1 else 0
    return int(code[:4]) * parts + part


def _code(number: int, like: str) -> str:
    kind = _kind(like)
    year, part = divmod(number, PARTS.get(kind, 1))
    if kind == "A":
        return f"{year:04}"
    return f"{year:04}-{part + 1:02}" if kind == "M" else f"{year:04}-{kind}{part + 1}"
