"""Times counted from the day of publication or from the period last spoken of. Pure: no Django."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from articles.figures.extraction import calendar

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period in the text.

    `sort` is `period`, `day`, `weekday`, `relative`, `anaphor` (counted from the period last spoken of: `years`
    or `months` away, or the same part of the year in `label`) or `none` (masked, but no period of a figure).
    """

    start: int
    end: int
    sort: str
    label: str | None = None
    years: int = 0
    months: int = 0


def anaphor(match: re.Match[str]) -> Time:
    """ "a year earlier": so far from the period last spoken of."""
    words = match.group().lower()
    named = match["any"] or (
        calendar.fiscal_label(match["ana"] or match["anc"], match["anb"] or match["and"])
        if match["ana"] or match["anc"]
        else None
    )
    if named:
        return Time(match.start(), match.end(), "anaphor", named)
    back = any(
        word in words for word in ("previous", "preceding", "prior", "last", "ago", "earlier", "before")
    )
    by_month = "month" in words and "same" not in words and "year" not in words
    shift = -1 if back else 0
    return Time(
        match.start(), match.end(), "anaphor", None, 0 if by_month else shift, shift if by_month else 0
    )


def relative(match: re.Match[str], published: date | None, fiscal_year_start: int) -> Time:
    """ "last month": so far from the day of publication."""
    if published is None:
        return Time(match.start(), match.end(), "none")
    words = match.group().lower()
    step = {"last": -1, "next": 1, "coming": 1, "upcoming": 1}.get(words.split()[0], 0)
    if words.endswith("month"):
        label = calendar.months_later(f"{published:%Y-%m}", step)
    elif words.endswith("quarter"):
        index = published.year * 4 + (published.month - 1) // 3 + step
        label = f"{index // 4}-Q{index % 4 + 1}"
    elif "fiscal" in words or "financial" in words:
        start = published.year - (published.month < fiscal_year_start) + step
        label = f"{start}/{start + 1}"
    else:
        label = str(published.year + step)
    return Time(match.start(), match.end(), "relative", label, years=step if words.endswith("year") else 0)


def weekday(match: re.Match[str], published: date | None) -> Time:
    """The last such day up to the day of publication."""
    if published is None:
        return Time(match.start(), match.end(), "none")
    back = (published.weekday() - _WEEKDAYS.index(match.group()[:3].lower())) % 7
    if published.toordinal() <= back:
        return Time(match.start(), match.end(), "none")
    return Time(match.start(), match.end(), "weekday", (published - timedelta(days=back)).isoformat())
