"""Read the figures of a body against what is stored: for the editor's panel, the blockers and the compiler."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from articles.figures.checking import Finding, TimelineEntry, UnitFacts, Verdict, check, timeline
from articles.figures.evidence import Evidence, all_units, gather
from articles.figures.marks import Mark, marks_of
from articles.figures.numerals import StatedFigure, read_print
from articles.figures.wording import sentence


@dataclass(frozen=True, slots=True)
class FigureReading:
    """One figure of a body with its verdict and one sentence for the editor.

    Attributes:
        unknown: the reference names no observation that is stored.
        timeline: findings from the day of publication on; empty where there is nothing to judge.
    """

    mark: Mark
    stated: StatedFigure | None
    evidence: Evidence | None
    finding: Finding
    timeline: tuple[TimelineEntry, ...]
    sentence: str

    @property
    def n(self) -> int:
        return self.mark.n

    @property
    def text(self) -> str:
        return self.mark.text

    @property
    def reference(self) -> str:
        return self.mark.reference

    @property
    def verdict(self) -> Verdict:
        return self.finding.verdict

    @property
    def state(self) -> str:
        return self.finding.state

    @property
    def unknown(self) -> bool:
        return self.evidence is None


def figures_of_body(body: str, *, published_on: date, as_of: date) -> list[FigureReading]:
    """Every figure of a body in the order of the text, judged as known on `as_of`.

    Args:
        body: sanitised HTML.
        published_on: the day on which it is (or would be) published: vintages stated by then can be pinned.
        as_of: the day of knowledge, not before `published_on`.
    """
    marks = marks_of(body)
    if not marks:
        return []
    found, units = gather(marks), all_units()
    return [_read(mark, found.get(mark.reference), units, published_on, as_of) for mark in marks]


def _read(
    mark: Mark, evidence: Evidence | None, units: Mapping[str, UnitFacts], published_on: date, as_of: date
) -> FigureReading:
    stated = read_print(mark.text)
    if evidence is None:
        told = _("“%(reference)s” is not in the catalogue. Bind the figure to a series that exists.")
        told %= {"reference": mark.reference}
        return FigureReading(mark, stated, None, Finding(verdict=Verdict.NO_DATA), (), told)
    if stated is None:
        told = _("“%(text)s” holds no number. Mark the number, or remove the mark.") % {"text": mark.text}
        nothing = Finding(verdict=Verdict.CONTRADICTED)
        return FigureReading(mark, None, evidence, nothing, (TimelineEntry(published_on, nothing),), told)
    finding = check(
        stated,
        evidence.vintages,
        published_on=published_on,
        as_of=as_of,
        neighbours=evidence.neighbours,
        errors=evidence.errors,
        units=units,
    )
    line = timeline(
        stated,
        evidence.vintages,
        published_on=published_on,
        neighbours=evidence.neighbours,
        errors=evidence.errors,
        units=units,
    )
    label = evidence.observation.period
    told = sentence(stated, finding, observation_label=label, as_of=as_of, _=_)
    return FigureReading(mark, stated, evidence, finding, tuple(line), told)
