"""Arithmetic of period labels: `2023`, `2023-05`, `2022/2023-Q2`, `2010..2012`. Pure: no Django."""

import re
from calendar import monthrange
from datetime import date

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def month_number(name: str) -> int:
    """1 to 12 for an English month, however shortened."""
    return _NAMES.index(name[:3].lower()) + 1


def month_label(index: int) -> str:
    """Label of a month counted from year 0."""
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def years_later(label: str, years: int) -> str:
    """The same part of another year."""
    moved = _YEAR.sub(lambda year: f"{max(0, int(year.group()) + years):04d}", label)
    if day := _DAY.fullmatch(moved):
        return day_label(int(day[1]), int(day[2]), int(day[3])) or moved
    return moved


def same_part(label: str, year: str, fiscal_year_start: int) -> str:
    """The part of another year that `label` is of its own: January to April of 2023 for `2024-01/2024-04`.

    A fiscal year ("2022/2023") is told from the fiscal year that the months end in.
    """
    years = [int(found) for found in _YEAR.findall(label)]
    if not years:
        return year
    ends = years[-1]
    month = re.search(r"-(\d\d)(?:-\d\d)?$", label)
    if "/" in year and month and fiscal_year_start > 1:
        ends += int(month[1]) >= fiscal_year_start
    return years_later(label, int(year[-4:]) - ends)


def months_later(label: str, months: int) -> str | None:
    """The month so many months later; None where the label is no month."""
    month = _MONTH.fullmatch(label)
    return month_label(int(month[1]) * 12 + int(month[2]) - 1 + months) if month else None


def day_label(year: int, month: int, day: int) -> str | None:
    """A date, or None where there is no such day; the last of February stands for the 29th."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and year > 0):
        return None
    return f"{year:04d}-{month:02d}-{min(day, monthrange(year, month)[1]):02d}"


def year_of_month(month: int, published: date) -> int:
    """The year of a month named without one: the nearest, at most one month ahead."""
    gap = (month - published.month) % 12
    return (published.year * 12 + published.month - 1 + (gap if gap <= 1 else gap - 12)) // 12


def fiscal_label(first: str, second: str | None) -> str | None:
    """Two years joined as one: `2022/2023` where they follow each other, else `2010..2012`.

    A year alone ("FY23") is the one the fiscal year ends in.
    """
    if second is None:
        end = _four_digits(first, 2000)
        return f"{end - 1}/{end}"
    start = _four_digits(first, 2000)
    end = _four_digits(second, start)
    if end == start + 1:
        return f"{start}/{end}"
    return f"{start}..{end}" if start < end <= start + 60 else None


def _four_digits(year: str, near: int) -> int:
    return int(year) if len(year) == 4 else near - near % 100 + int(year)


def first_month(label: str, fiscal_year_start: int) -> int | None:
    """Index of the first month of a year, quarter or half, for months counted within it."""
    years = re.fullmatch(r"(\d{4})(/\d{4})?", label)
    if years is None:
        return None
    return int(years[1]) * 12 + (fiscal_year_start - 1 if years[2] else 0)
