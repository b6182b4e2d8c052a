"""What a reader chose of a chart: scale and range of periods, kept in the address."""

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
        chart: the code of a series, for an address that shows one chart.
    """

    log: bool = False
    start: str = ""
    end: str = ""
    chart: str = ""

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
            ("as_of", asof.day.isoformat() if asof.given else ""),
        ]
        return [(name, value) for name, value in told if value]

    def query(self, asof: AsOf) -> str:
        """`?scale=log&as_of=2024-05-01`; a lone question mark where nothing was chosen."""
        return f"?{urlencode(self.pairs(asof))}"


def read_choice(asked: Mapping[str, Any]) -> Choice:
    """The choice in the parameters of a page. What is malformed there is ignored, as public pages do."""
    start, end = _period(asked.get("from", "")), _period(asked.get("to", ""))
    if start and end and start.start > end.end:
        start = end = None
    chart = str(asked.get("chart", ""))
    return Choice(
        log=asked.get("scale") == "log",
        start=start.code if start else "",
        end=end.code if end else "",
        chart=chart if len(chart) <= 160 and chart.isascii() and chart.isprintable() else "",
    )


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
