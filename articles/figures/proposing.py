"""What the figure dialog says of one observation, and how the selected words stand to it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from articles.figures.checking import Finding, StatedValue, Verdict, check
from articles.figures.decimals import plain, shifted
from articles.figures.describing import words_of_vintage
from articles.figures.evidence import Evidence, all_units
from articles.figures.numerals import StatedFigure
from articles.figures.wording import sentence

# What agreement between the selection and the statement is worth beside a matching word.
WORTH = {
    Verdict.EXACT: 6,
    Verdict.ROUNDED: 5,
    Verdict.WITHIN_QUALIFIER: 4,
    Verdict.SUPERSEDED: 5,
    Verdict.OTHER_SOURCE: 3,
    Verdict.SCALE: 2,
    Verdict.UNIT: 1,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One proposal for a mark: what is stated, by whom, and what the selected words would be judged."""

    reference: str
    value: str
    printed: str
    indicator: str
    where: str
    release: str
    pinned: str
    verdict: str
    state: str
    word: str
    sentence: str


def proposed(
    evidence: Evidence, stated: StatedFigure | None, selected: str, language: str, day: date
) -> tuple[int, Found] | None:
    """A proposal with what its agreement is worth; None where nothing is known yet."""
    known = [value for value in evidence.vintages if value.stated_on <= day]
    if not known:
        return None
    current, one = known[-1], evidence.observation
    row, series = evidence.rows[current.key], evidence.observation.series
    finding = _finding(evidence, stated, day)
    verdict = _told(stated, finding, one.period, day) if stated and finding and selected else _untold()
    found = Found(
        reference=one.reference,
        value=_value(stated if selected else None, current),
        printed=words_of_vintage(row, language),
        indicator=series.indicator.label,
        where=_("%(area)s, %(period)s, %(source)s, stated %(day)s")
        % {
            "area": series.area.label,
            "period": one.period,
            "source": series.source.code,
            "day": current.stated_on.isoformat(),
        },
        release=row.release.title,
        pinned=_("The desk tells you when the source changes this figure."),
        **verdict,
    )
    return (WORTH.get(finding.verdict, 0) if finding else 0), found


def _value(stated: StatedFigure | None, current: StatedValue) -> str:
    """The canonical value of the print, or of what is stated where nothing was printed yet."""
    if stated is not None:
        return plain(stated.canonical) if stated.canonical is not None else ""
    return plain(shifted(current.value, current.multiplier)) if current.value is not None else ""


def _told(stated: StatedFigure, finding: Finding, period: str, day: date) -> dict[str, str]:
    return {
        "verdict": finding.verdict.value,
        "state": finding.state,
        "word": _("Error declared") if finding.declared else word_of(finding.verdict),
        "sentence": sentence(stated, finding, observation_label=period, as_of=day, _=_),
    }


def _untold() -> dict[str, str]:
    return {"verdict": "", "state": "holds", "word": "", "sentence": ""}


def _finding(evidence: Evidence, stated: StatedFigure | None, day: date) -> Finding | None:
    if stated is None:
        return None
    return check(
        stated,
        evidence.vintages,
        published_on=day,
        as_of=day,
        neighbours=evidence.neighbours,
        errors=evidence.errors,
        units=all_units(),
    )


def word_of(verdict: Verdict) -> str:
    """How a print stands to a statement, in a word or two."""
    words = {
        Verdict.EXACT: _("Same value"),
        Verdict.ROUNDED: _("Rounded"),
        Verdict.WITHIN_QUALIFIER: _("Within its qualifier"),
        Verdict.SUPERSEDED: _("Revised since"),
        Verdict.OTHER_SOURCE: _("Other source"),
        Verdict.CORRECTED: _("Error declared"),
        Verdict.SCALE: _("Wrong scale"),
        Verdict.UNIT: _("Wrong unit"),
        Verdict.PERIOD: _("Wrong period"),
    }
    return words.get(verdict, _("Other value"))
