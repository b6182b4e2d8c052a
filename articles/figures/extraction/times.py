"""Find dates and periods, and name the period each one means. Pure: no Django."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from articles.figures.extraction import calendar
from articles.figures.extraction.relative_times import Time, anaphor, relative, weekday
from articles.figures.extraction.time_patterns import NUMBER_OF_MONTHS, ORDINAL, TIMES

_TAKES_A_MONTH = frozenset(
    {"in", "of", "for", "since", "during", "by", "until", "from", "to", "and", "last", "between", "through"}
    | {"ending", "late", "early", "mid", "this", "next"}
)
_PRICES = re.compile(r"(?i:\b(?:constant|base(?: year)?|chained)\W{1,3})$")
_BASE = re.compile(r" ?= ?100\b|(?i:\)? (?:constant )?(?:prices|dollars|rupees|euros)\b)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[ (]*$")


class TimeReader:
    """Reads the times of one text in their order; a part without a year belongs to the year named last."""

    def __init__(self, published: date | None, fiscal_year_start: int) -> None:
        self.published = published
        self.fiscal_year_start = fiscal_year_start
        self.year: str | None = None
        self.anchor: date | None = None
        self._readers: dict[str, Callable[[re.Match[str]], Time]] = {
            name: getattr(self, f"_{name}") for name in _NAMES
        }

    def read(self, text: str) -> Iterator[Time]:
        """Every time in the folded text. Linear in its length."""
        for match in TIMES.finditer(text):
            name = next(name for name in _NAMES if match[name] is not None)
            if name in {"month", "span", "md"} and not _is_month(text, match):
                continue
            base = _BASE.match(text, match.end())
            if base or _PRICES.search(text[max(0, match.start() - 16) : match.start()]):
                yield Time(match.start(), base.end() if base else match.end(), "none")
                continue
            yield self._readers[name](match)

    def _time(self, match: re.Match[str], label: str | None, sort: str = "period") -> Time:
        return Time(match.start(), match.end(), sort if label else "none", label)

    def _day(self, match: re.Match[str], year: str | int, month: int, day: str) -> Time:
        return self._time(match, calendar.day_label(int(year), month, int(day)), "day")

    def _iso(self, match: re.Match[str]) -> Time:
        return self._day(match, match["iso_y"], int(match["iso_m"]), match["iso_d"])

    def _dmy(self, match: re.Match[str]) -> Time:
        return self._day(match, match["dmy_y"], calendar.month_number(match["dmy_m"]), match["dmy_d"])

    def _mdy(self, match: re.Match[str]) -> Time:
        return self._day(match, match["mdy_y"], calendar.month_number(match["mdy_m"]), match["mdy_d"])

    def _slash(self, match: re.Match[str]) -> Time:
        return self._day(match, match["sl_y"], int(match["sl_m"]), match["sl_d"])

    def _md(self, match: re.Match[str]) -> Time:
        month = calendar.month_number(match["md_m"])
        year = self._year_of(month)
        return self._day(match, year, month, match["md_d"]) if year else self._time(match, None)

    def _dm(self, match: re.Match[str]) -> Time:
        month = calendar.month_number(match["dm_m"])
        year = self._year_of(month)
        return self._day(match, year, month, match["dm_d"]) if year else self._time(match, None)

    def _year_of(self, month: int) -> int | None:
        anchor = self.anchor or self.published
        if anchor is None:
            return int(self.year[:4]) if self.year else None
        return calendar.year_of_month(month, anchor)

    def _span(self, match: re.Match[str]) -> Time:
        first, last = calendar.month_number(match["sp_a"]), calendar.month_number(match["sp_b"])
        length = (last - first) % 12
        if length == 11:
            return self._time(match, None)
        year = self._named(match, "sp")
        if year is None or "/" in year:
            ends = self._year_of(last) if year is None else None
            start = ends * 12 + last - 1 - length if ends else self._within(year, first)
        elif match["sp_y"] and match["sp_y"] != year:
            start = int(match["sp_y"]) * 12 + first - 1
            length = int(year) * 12 + last - 1 - start
        else:
            start = int(year) * 12 + last - 1 - length
        if start is None or length < 0:
            return self._time(match, None)
        return self._time(match, f"{calendar.month_label(start)}/{calendar.month_label(start + length)}")

    def _within(self, year: str | None, month: int) -> int | None:
        """A month of a fiscal year."""
        start = calendar.first_month(year, self.fiscal_year_start) if year else None
        return None if start is None else start + (month - 1 - start) % 12

    def _part(self, match: re.Match[str]) -> Time:
        year = self._named(match, "pt")
        if year is None:
            year = self.year or (str(self.published.year) if self.published else None)
        elif not match["ptr"]:
            self.year = year
        if year is None or ".." in year:
            return self._time(match, None)
        if match["nm"]:
            counted = match["nm"].lower()
            count = NUMBER_OF_MONTHS.get(counted) or int(counted)
            start = calendar.first_month(year, self.fiscal_year_start)
            if start is None or not 1 <= count <= 12:
                return self._time(match, None)
            return self._time(
                match, f"{calendar.month_label(start)}/{calendar.month_label(start + count - 1)}"
            )
        quarter = match["q1"] or match["q2"] or ORDINAL.get((match["qo"] or "").lower())
        half = match["h1"] or match["h2"] or min(2, ORDINAL.get((match["ho"] or "").lower(), 2))
        return self._time(match, f"{year}-Q{quarter}" if quarter else f"{year}-H{half}")

    def _trail(self, match: re.Match[str]) -> Time:
        """ "the three months to April 2025"."""
        month, counted = calendar.month_number(match["tr_m"]), match["tr_n"].lower()
        year = int(match["tr_y"]) if match["tr_y"] else self._year_of(month)
        count = NUMBER_OF_MONTHS.get(counted) or int(counted)
        if year is None or not 1 <= count <= 24:
            return self._time(match, None)
        last = year * 12 + month - 1
        return self._time(match, f"{calendar.month_label(last - count + 1)}/{calendar.month_label(last)}")

    def _month(self, match: re.Match[str]) -> Time:
        month = calendar.month_number(match["mo_m"])
        if match["mo_y"]:
            year: int | None = int(match["mo_y"])
            self.anchor = date(int(match["mo_y"]), month, 1)
        elif match["mo_r"]:
            named = self._relative_year(match["mo_r"])
            year = int(named[:4]) if named else None
        else:
            year = self._year_of(month)
        return self._time(match, calendar.month_label(year * 12 + month - 1) if year else None)

    def _named(self, match: re.Match[str], name: str) -> str | None:
        """The year a part is said to belong to."""
        if match[f"{name}a"]:
            return calendar.fiscal_label(match[f"{name}a"], match[f"{name}b"])
        if match[f"{name}c"]:
            return calendar.fiscal_label(match[f"{name}c"], match[f"{name}d"])
        return match[f"{name}y"] or (self._relative_year(match[f"{name}r"]) if match[f"{name}r"] else None)

    def _relative_year(self, words: str) -> str | None:
        if self.published is None:
            return None
        step = {
            "last": -1,
            "previous": -1,
            "preceding": -1,
            "past": -1,
            "next": 1,
            "coming": 1,
            "upcoming": 1,
        }
        return str(self.published.year + sum(step.get(word, 0) for word in words.lower().split()))

    def _fiscal(self, match: re.Match[str]) -> Time:
        label = self._named_fiscal(match)
        self.year = label if label and "/" in label else self.year
        return self._time(match, label)

    def _named_fiscal(self, match: re.Match[str]) -> str | None:
        if match["fya"]:
            return calendar.fiscal_label(match["fya"], match["fyb"])
        return calendar.fiscal_label(match["fyc"], match["fyd"])

    def _decade(self, match: re.Match[str]) -> Time:
        return self._time(match, None)

    def _year(self, match: re.Match[str]) -> Time:
        self.year = match["ye"]
        return self._time(match, match["ye"])

    def _anaphor(self, match: re.Match[str]) -> Time:
        return anaphor(match)

    def _relative(self, match: re.Match[str]) -> Time:
        return relative(match, self.published, self.fiscal_year_start)

    def _weekday(self, match: re.Match[str]) -> Time:
        return weekday(match, self.published)


_NAMES = (
    "iso", "dmy", "mdy", "slash", "span", "md", "dm", "part", "trail", "month", "fiscal", "decade", "year", "anaphor",
    "relative", "weekday",
)  # fmt: skip


def _is_month(text: str, match: re.Match[str]) -> bool:
    """ "May" and "March" are also verbs: a month only after a word that takes one, or with more of a date."""
    name = match["mo_m"] or match["sp_a"] or match["md_m"]
    if name not in {"May", "March"} or match["mo_y"] or match["mo_r"] or not match["month"]:
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
    return before is not None and before[1].lower() in _TAKES_A_MONTH
