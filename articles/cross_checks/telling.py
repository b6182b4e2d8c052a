"""From the readings of a body to sentences for its writer."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from articles.cross_checks.rules import Fact, Note, Other, cross_checked
from articles.figures.checking import Neighbour, StatedValue, UnitFacts
from articles.figures.decimals import shifted
from articles.figures.evidence import all_units, facts_of
from articles.figures.reading import FigureReading

MOST = 20


def second_looks(readings: Sequence[FigureReading], day: date) -> list[str]:
    """What deserves a second look, at most twenty sentences. No query: the readings hold their evidence."""
    return [sentence(note) for note in cross_checked(list(_facts(readings, day)))[:MOST]]


def _facts(readings: Sequence[FigureReading], day: date) -> Iterator[Fact]:
    units = all_units()
    for reading in readings:
        stated, evidence = reading.stated, reading.evidence
        if stated is None or evidence is None or stated.canonical is None or not reading.verdict.holds:
            continue
        observation = evidence.observation
        series = observation.series
        factor = _factor(units.get(stated.unit or "") or facts_of(series.unit))
        yield Fact(
            n=reading.n,
            text=reading.text,
            reference=reading.reference,
            value=stated.canonical * factor,
            step=shifted(Decimal(1), stated.multiplier - stated.places) * factor,
            indicator=series.indicator_id,
            base=series.indicator.base_indicator_id,
            kind=series.indicator.kind,
            area=series.area_id,
            source=series.source.code,
            period=observation.period,
            periods=tuple(_others(evidence.neighbours, "period", day)),
            sources=tuple(_others(evidence.neighbours, "source", day)),
        )


def _others(neighbours: Sequence[Neighbour], kind: str, day: date) -> Iterator[Other]:
    """The newest statement of each, known by the day, where it is one exact number."""
    newest: dict[str, StatedValue] = {}
    for each in neighbours:
        known = newest.get(each.label)
        if each.kind != kind or each.value.stated_on > day:
            continue
        if known is None or (known.stated_on, known.recorded_at) <= (
            each.value.stated_on,
            each.value.recorded_at,
        ):
            newest[each.label] = each.value
    for label, value in newest.items():
        if value.value is not None and not value.withdrawn:
            yield Other(label, shifted(value.value, value.multiplier) * _factor(value.unit), value.stated_on)


def _factor(unit: UnitFacts) -> Decimal:
    """To the base unit; percent stay percent, so that shares come to a hundred."""
    return Decimal(1) if unit.code.startswith("percent") else unit.factor


def sentence(note: Note) -> str:
    """What was found, and what to do."""
    sentences = {
        "two-ways": _("“{0}” and “{1}” are the same figure printed in two ways. Print one of them."),
        "growth": _(
            "“{0}” and “{1}” make {2}, but “{3}” is printed. The base may have been revised: look it up."
        ),
        "shares": _("These shares of one whole come to {0}. Is one of them of something else?"),
        "parts": _(
            "The parts of the year come to {0}, but “{1}” is printed for all of it. Was one of them revised?"
        ),
        "newer": _("“{0}” is of {1}; {2} has stated {3} already. Do you want the newer one?"),
        "sources": _("“{0}” is what {1} states; {2} states something else. Say whose figure it is."),
    }
    numbers = ", ".join(str(n) for n in note.figures)
    return f"{numbers}: {sentences[note.rule].format(*note.words)}"
