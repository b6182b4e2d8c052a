"""Give each figure the period it speaks of: said beside it, said before, or taken over. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.figures.extraction import calendar
from articles.figures.extraction.amount import Amount
from articles.figures.extraction.prose import Prose, Sentence
from articles.figures.extraction.relative_times import Time
from articles.figures.extraction.windows import CLOSEST, WIDEST_GAP, Windows

_BOUNDARIES = frozenset({",", ";", ":", "while", "which", "but", "—", "whereas"})
_HOLDS_ON = frozenset({"effective", "in", "for", "during", "as", "ended", "ending"})
_DAYS_AFTER = frozenset(
    {"ending", "ended", "effective", "of", "at", "by", "until", "on", "from", "to", "since"}
)
_TAKEN_FROM = frozenset({"from", "than", "against", "versus", "vs"})


@dataclass(slots=True)
class Bound:
    """The period of a figure and how it was found; `base` where it is only what another is compared with."""

    label: str | None
    how: str | None
    base: bool


class PeriodBinder:
    """Goes through a text sentence by sentence; what was spoken of last is taken over."""

    def __init__(self, prose: Prose, fiscal_year_start: int) -> None:
        self.fiscal_year_start = fiscal_year_start
        self.windows = Windows(prose)
        self.topic: str | None = None
        self.base: str | None = None

    def bind(self, sentence: Sentence, amounts: Sequence[Amount], times: Sequence[Time]) -> list[Bound]:
        """The period of each amount of the sentence. Linear in amounts, times and the window between them."""
        times = [time for time in times if time.sort != "none"]
        if not amounts:
            named = [t for t in times if t.sort == "period" and not self.windows.compared(t, sentence.start)]
            if named:
                self.topic = named[0].label
            return []
        around = _Around(self, sentence, amounts, times)
        bounds: list[Bound] = []
        main: str | None = None
        for at in range(len(amounts)):
            bound = around.bound(at, main)
            bounds.append(bound)
            if bound.base:
                self.base = bound.label
            elif bound.label:
                main = bound.label
        self.topic = next((b.label for b in bounds if b.label and not b.base), self.topic)
        return bounds


class _Around:
    """The figures and times of one sentence, and which time stands with which figure."""

    def __init__(
        self, binder: PeriodBinder, sentence: Sentence, amounts: Sequence[Amount], times: Sequence[Time]
    ) -> None:
        self.binder, self.sentence, self.amounts = binder, sentence, amounts
        self.windows = binder.windows
        self.gaps: list[list[Time]] = [[] for _ in range(len(amounts) + 1)]
        at = 0
        for time in times:
            while at < len(amounts) and amounts[at].start < time.start:
                at += 1
            self.gaps[at].append(time)
        self.right = [self._right(at) for at in range(len(amounts))]
        for at in range(len(amounts) - 1):
            self._pair(at)
        self.used: set[int] = set()
        self.later: list[Time | None] = [None] * (len(amounts) + 1)
        for at in range(len(amounts) - 1, -1, -1):
            own = self.right[at] if not self._is_base(at) else None
            named = (
                time
                for time in self.gaps[at + 1]
                if time is not self.right[at]
                and time.sort in {"period", "relative"}
                and not self._compared(at + 1, time)
                and self.windows.between(time.end, time.end + 1) != [":"]
            )
            self.later[at] = own or self.later[at + 1] or next(named, None)

    def bound(self, at: int, main: str | None) -> Bound:
        base = self._is_base(at)
        spoken = main or self.binder.topic
        time = self.right[at] or self._left(at)
        if time is None and not base and at + 1 < len(self.amounts) and self._runs_on(at):
            time = self.right[at + 1] if not self._is_base(at + 1) else None
        elif time is not None:
            self.used.add(time.start)
        if time is not None:
            how = "stated" if time.sort in {"period", "day"} else "relative"
            return Bound(
                self._resolved(time, spoken, base), how, base or (time.sort == "anaphor" and time.years < 0)
            )
        if base:
            return Bound(self.binder.base, "inherited" if self.binder.base else None, True)
        later = self.later[at]
        if spoken is None and later is not None:
            return Bound(self._resolved(later, spoken, False), "inherited", False)
        return Bound(spoken, "inherited" if spoken else None, False)

    def _floor(self, at: int) -> int:
        return self.amounts[at - 1].end if at else self.sentence.start

    def _compared(self, gap: int, time: Time) -> bool:
        return self.windows.compared(time, self._floor(gap))

    def _is_base(self, at: int) -> bool:
        start = self.amounts[at].start
        ahead = self.windows.before(start, self.sentence.start, 14)
        if "revised" in ahead or "revision" in ahead:
            return False
        words = self.windows.before(start, self._floor(at), 9)
        near = [word for word in words if word not in {"a", "an", "the", "(", "over", "more", "about"}][-2:]
        if near and near[-1] == "than":
            return len(words) < 2 or words[-2] not in {"more", "less", "fewer", "higher", "lower", "greater"}
        return any(word in _TAKEN_FROM for word in near) or "compared" in words[-4:]

    def _right(self, at: int) -> Time | None:
        """The time said right after the figure, in the same breath."""
        end = self.amounts[at].end
        for time in self.gaps[at + 1]:
            gap = self.windows.between(end, time.start)
            if len(gap) > WIDEST_GAP:
                return None
            if time.sort == "weekday":
                if not gap:
                    return time
                continue
            if self._compared(at + 1, time) or (time.sort == "day" and gap[-1:] and not _takes_day(gap)):
                continue
            broken = [place for place, word in enumerate(gap) if word in _BOUNDARIES]
            if broken and not (
                len(broken) == 1 and gap[broken[0] + 1 :] and gap[broken[0] + 1] in _HOLDS_ON and len(gap) < 5
            ):
                return None
            if self._leads_on(at, time):
                return None
            return time
        return None

    def _pair(self, at: int) -> None:
        """ "From 62 to 50 between 2018 and 2023": each figure has its own end."""
        first, second = self.amounts[at : at + 2]
        if self.windows.between(first.end, second.start) != ["to"] or self.gaps[at + 1]:
            return
        for gap in (self.gaps[at + 2][:2], self.gaps[at][-2:]):
            if len(gap) == 2 and self.windows.between(gap[0].end, gap[1].start) in (["and"], ["to"]):
                opened = self.windows.before(gap[0].start, self.sentence.start, 1)
                if opened in (["between"], ["from"]) and self._beside(at, gap):
                    self.right[at], self.right[at + 1] = gap
                    return

    def _beside(self, at: int, gap: Sequence[Time]) -> bool:
        first, second = self.amounts[at : at + 2]
        if gap[0].start > second.end:
            return len(self.windows.between(second.end, gap[0].start)) <= WIDEST_GAP
        return len(self.windows.between(gap[1].end, first.start)) <= WIDEST_GAP

    def _leads_on(self, at: int, time: Time) -> bool:
        """ "5 percent, and last year's 3": the time belongs to the next figure."""
        if at + 1 >= len(self.amounts):
            return False
        rest = self.windows.between(time.end, self.amounts[at + 1].start)
        ahead = self.windows.between(self.amounts[at].end, time.start)
        return (
            not rest
            or rest in ([":"], ["'", "s"], ["s"])
            or (len(rest) < 5 and "at" in rest and "in" not in ahead)
        )

    def _left(self, at: int) -> Time | None:
        """The time said before the figure and not taken by the figure before."""
        start = self.amounts[at].start
        for time in reversed(self.gaps[at]):
            if time.start in self.used or time.sort == "weekday":
                continue
            rest = self.windows.between(time.end, start)
            beside = len(rest) < CLOSEST and not any(word in {",", "("} for word in rest)
            aside = bool(rest) and rest[0] == "(" and self.amounts[at].unit != "percent"
            if time.sort == "day" and not _takes_day(self.windows.before(time.start, self._floor(at), 2)):
                continue
            if beside or aside or not self._compared(at, time):
                return time
        return None

    def _runs_on(self, at: int) -> bool:
        gap = self.windows.between(self.amounts[at].end, self.amounts[at + 1].start)
        return len(gap) <= WIDEST_GAP and not any(word in _BOUNDARIES for word in gap)

    def _resolved(self, time: Time, spoken: str | None, base: bool) -> str | None:
        if time.sort == "anaphor":
            if spoken is None:
                return time.label
            if not (time.label or time.years or time.months):
                return spoken
            if time.label:
                return calendar.same_part(spoken, time.label, self.binder.fiscal_year_start)
            if time.months:
                return calendar.months_later(spoken, time.months)
            return calendar.years_later(spoken, time.years)
        if time.sort == "relative" and time.years < 0 and spoken and "/" in spoken[4:5]:
            return calendar.years_later(spoken, time.years)
        return time.label


def _takes_day(words: Sequence[str]) -> bool:
    return any(word in _DAYS_AFTER for word in words[-2:])
