"""Days as newspapers print them, to ISO: "March 31st, 2024" is 2024-03-31. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from articles.intake.layout.table import MONTHS

_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_NO_DIGIT = r"(?![0-9])"
PATTERNS = tuple(
    re.compile(rf"(?<![0-9A-Za-z]){pattern}", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}[-/.](?P<month>\d\d)[-/.](?P<day>\d\d){_NO_DIGIT}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{_NAMES})\.?,?[\s-]+{_YEAR}{_NO_DIGIT}",
        rf"{_WEEKDAY}(?P<name>{_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_NO_DIGIT}",
        rf"{_YEAR},?\s+(?P<name>{_NAMES})\.?\s+(?P<day>\d{{1,2}}){_NO_DIGIT}",
        rf"{_YEAR}年\s?(?P<month>\d{{1,2}})月\s?(?P<day>\d{{1,2}})日",
        rf"(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{_YEAR}{_NO_DIGIT}",
        rf"(?P<name>{_NAMES})\.?,?\s+{_YEAR}{_NO_DIGIT}",
        rf"{_YEAR}-(?P<month>\d\d)(?![0-9-])",
        rf"{_YEAR}{_NO_DIGIT}",
    )
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A day, month or year as found: its ISO form, and where it stands in the line."""

    iso: str
    start: int
    end: int


def day_in(line: str, *, bare_year: bool = True) -> Issued | None:
    """The most exact date of a line, the last one of its kind. "5/4/2024" is read as nothing: it has two meanings."""
    for pattern in PATTERNS if bare_year else PATTERNS[:-1]:
        for found in reversed(list(pattern.finditer(line))):
            if iso := _iso(found.groupdict()):
                return Issued(iso, found.start(), found.end())
    return None


def _iso(given: dict[str, str | None]) -> str:
    year, name = given["year"] or "", given.get("name")
    month = MONTHS[name.lower()] if name else int(given.get("month") or 0)
    day = int(given.get("day") or 0)
    first = (given.get("day") or "x").isdigit() and "month" in given and day <= 12
    if first and month <= 12 and day != month and _day_comes_first(given):
        return ""
    try:
        date(int(year), month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([year, *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])])


def _day_comes_first(given: dict[str, str | None]) -> bool:
    """Whether the groups were named in the order day, month, year, all in digits: which is which is then open."""
    return list(given)[:2] == ["day", "month"]
