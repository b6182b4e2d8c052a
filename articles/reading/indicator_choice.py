"""What a reader chose of a chart: scale and range of periods, kept in the address."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from indicators.observations.known import Known
from indicators.observations.periods import Period, parse_period
from taxonomy.asking.as_of import AsOf


@dataclass(frozen=True, slots=True)
class Choice:
    """The choice; what was not chosen, or not understood, is empty.

    Attributes:
        start, end: codes of periods of any frequency, inclusive.
        area: the code of one of its areas.
        chart: the code of a series, for an address that shows one chart.
        is_misread: a range of periods was given that is none, so that all are shown.
    """

    log: bool = False
    start: str = ""
    end: str = ""
    area: str = ""
    chart: str = ""
    is_misread: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.start or self.end)

    def but(self, **changes: Any) -> Self:
        return replace(self, **changes)

    def pairs(self, asof: AsOf) -> list[tuple[str, str]]:
        """The parameters of an address that shows this again, as of the day that was asked for."""
        told = [
            ("chart", self.chart),
            ("scale", "log" if self.log else ""),
            ("from", self.start),
            ("to", self.end),
            ("area", self.area),
            ("as_of", asof.day.isoformat() if asof.given else ""),
        ]
        return [(name, value) for name, value in told if value]

    def query(self, asof: AsOf) -> str:
        """`?scale=log&as_of=2024-05-01`; a lone question mark where nothing was chosen."""
        return f"?{urlencode(self.pairs(asof))}"


def read_choice(asked: Mapping[str, Any]) -> Choice:
    """The choice in the parameters of a page. What is malformed there is ignored, as public pages do."""
    typed = [_digits(str(asked.get(name, ""))).strip() for name in ("from", "to")]
    start, end = (_period(each) for each in typed)
    misread = any(typed[n] and not each for n, each in enumerate((start, end)))
    if start and end and start.start > end.end:
        start, end, misread = None, None, True
    chart = str(asked.get("chart", ""))
    area = str(asked.get("area", ""))
    return Choice(
        log=asked.get("scale") == "log",
        start=start.code if start else "",
        end=end.code if end else "",
        area=area if len(area) <= 40 and area.isascii() and area.isprintable() else "",
        chart=chart if len(chart) <= 160 and chart.isascii() and chart.isprintable() else "",
        is_misread=misread,
    )


def _digits(text: str) -> str:
    """The text with the digits of any script as ASCII ones: a year is typed on the reader's own keyboard."""
    return "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in text[:40])


def _period(text: Any) -> Period | None:
    try:
        return parse_period(text) if text.isascii() else None
    except ValueError:
        return None


def narrowed(known: Iterable[Known], choice: Choice) -> list[Known]:
    """The same series with only the periods that were chosen."""
    if not choice.is_narrow:
        return list(known)
    first = parse_period(choice.start).start if choice.start else None
    last = parse_period(choice.end).end if choice.end else None

    def chosen(each: Known, period: str) -> bool:
        observation = each.stated[period][0].observation
        late = first is None or observation.period_start >= first
        return late and (last is None or observation.period_end <= last)

    return [
        Known(each.series, {period: stated for period, stated in each.stated.items() if chosen(each, period)})
        for each in known
    ]
