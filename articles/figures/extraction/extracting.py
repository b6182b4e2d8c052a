"""Extraction: a text in, its statistical figures out. Pure: no Django, no floats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.figures.extraction.amount import Amount
from articles.figures.extraction.amounts import AmountReader
from articles.figures.extraction.areas import area_of
from articles.figures.extraction.figure import ExtractedFigure
from articles.figures.extraction.joining import joined
from articles.figures.extraction.kinds import Kind, is_index, kind_of
from articles.figures.extraction.links import level_of, restated
from articles.figures.extraction.masking import masked
from articles.figures.extraction.periods import Bound, PeriodBinder
from articles.figures.extraction.prose import Prose, Sentence
from articles.figures.extraction.qualifiers import qualifier_of
from articles.figures.extraction.relative_times import Time
from articles.figures.extraction.subjects import subject_of
from articles.figures.extraction.times import TimeReader

_WINDOW = 40


@dataclass(slots=True)
class _Reading:
    """What is known of one figure before it is told."""

    amount: Amount
    kind: Kind
    bound: Bound
    subject: str | None
    qualifier: str | None
    area: str | None


def extract(
    text: str, *, published: date | None, area: str | None, fiscal_year_start: int
) -> list[ExtractedFigure]:
    """Every statistical figure of the prose, in its order.

    `published` resolves relative periods, `area` (a name or ISO 3166 alpha-3) decides what a rupee is and is
    the area of figures that name none, `fiscal_year_start` is the month (1 to 12) a fiscal or crop year
    starts in. Deterministic, linear in the text; any text gives figures or none, never an exception.
    """
    prose = Prose(text)
    times = list(TimeReader(published, fiscal_year_start).read(prose.folded))
    clean = masked(prose.folded, times)
    prose.cut(clean)
    amounts = joined(list(AmountReader(prose, clean, area).read()), prose.words)
    readings: list[_Reading] = []
    binder = PeriodBinder(prose, fiscal_year_start)
    for sentence, own, when in _by_sentence(prose, amounts, times):
        readings.extend(_read(prose, sentence, own, binder.bind(sentence, own, when), area, readings[-1:]))
    return _told(text, prose, readings)


def _by_sentence(
    prose: Prose, amounts: Sequence[Amount], times: Sequence[Time]
) -> Iterator[tuple[Sentence, list[Amount], list[Time]]]:
    amount, time = 0, 0
    for sentence in prose.sentences:
        first, begin = amount, time
        while amount < len(amounts) and amounts[amount].start < sentence.end:
            amount += 1
        while time < len(times) and times[time].start < sentence.end:
            time += 1
        yield sentence, list(amounts[first:amount]), list(times[begin:time])


def _read(
    prose: Prose,
    sentence: Sentence,
    amounts: Sequence[Amount],
    bounds: Sequence[Bound],
    area: str | None,
    previous: Sequence[_Reading],
) -> Iterator[_Reading]:
    subject = previous[0].subject if previous else None
    before: tuple[Amount, Kind] | None = None
    in_points = False
    for at, amount in enumerate(amounts):
        floor = amounts[at - 1].last if at else sentence.first
        ceiling = amounts[at + 1].first if at + 1 < len(amounts) else sentence.last
        left = prose.words[max(floor, amount.first - _WINDOW) : amount.first]
        right = prose.words[amount.last : min(ceiling, amount.last + _WINDOW)]
        kind = kind_of(amount, left, right, before)
        if (
            kind.kind == "level"
            and amount.unit is None
            and not amount.counts
            and (is_index(left) or in_points)
        ):
            amount.unit = "index"
        in_points = in_points or amount.unit == "point"
        subject = subject_of(left, right, subject, kind.kind, kind.rule)
        yield _Reading(amount, kind, bounds[at], subject, qualifier_of(left), area_of(left, right) or area)
        before = (amount, kind)


def _told(text: str, prose: Prose, readings: Sequence[_Reading]) -> list[ExtractedFigure]:
    amounts = [reading.amount for reading in readings]
    kinds = [reading.kind for reading in readings]
    return [
        _figure(text, reading, level_of(amounts, kinds, at), restated(amounts, at, prose.words))
        for at, reading in enumerate(readings)
    ]


def _figure(text: str, reading: _Reading, level: int | None, restates: int | None) -> ExtractedFigure:
    amount, kind, bound = reading.amount, reading.kind, reading.bound
    value = amount.value
    if amount.sign < 0 and kind.kind != "change":
        value = value.copy_negate()
    ranged = amount.other is not None
    return ExtractedFigure(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=None if ranged else value,
        low=value if ranged else None,
        high=amount.other,
        parts=amount.parts,
        places=amount.places,
        multiplier=(amount.power or 0) + amount.unit_power,
        unit=amount.unit,
        qualifier=reading.qualifier,
        kind=kind.kind,
        direction=kind.direction,
        period=bound.label[-4:] if bound.label and amount.multiplies and ".." in bound.label else bound.label,
        period_from=bound.how,
        area=reading.area,
        subject=reading.subject,
        level_of=level,
        restates=restates,
        confidence=_confidence(amount, bound, value),
        rule=kind.rule,
    )


def _confidence(amount: Amount, bound: Bound, value: Decimal) -> str:
    """High where unit and period are said, low for a bare number or a figure without a period."""
    if amount.unit is None and not amount.counts and amount.power is None and value < 1000:
        return "low"
    if amount.unit is not None and bound.how in {"stated", "relative"}:
        return "high"
    return "medium" if bound.label else "low"
