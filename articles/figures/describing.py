"""A judged figure as plain data: the form in which an edition carries it (see `Edition.figures`)."""

from typing import Any

from articles.figures.checking import Finding, StatedValue, TimelineEntry, Verdict
from articles.figures.evidence import Evidence
from articles.figures.marks import Mark
from articles.figures.numerals import plain
from articles.figures.reading import FigureReading
from indicators.catalogue.models import Source
from indicators.observations.models import Vintage
from indicators.observations.printing import in_full, printed, printed_range, qualified
from indicators.upstream_errors.models import UpstreamError


def described(reading: FigureReading, language: str) -> dict[str, Any] | None:
    """Everything a page or an answer tells about a figure; None where its observation is not stored."""
    evidence = reading.evidence
    if evidence is None:
        return None
    series = evidence.observation.series
    first = reading.timeline[0].finding.pinned
    names = {
        "indicator": {
            "code": series.indicator.code,
            "name": series.indicator.label,
            "short_name": series.indicator.short_label,
        },
        "area": {"code": series.area.code, "name": series.area.label},
        "source": _source(series.source),
        "unit": {"code": series.unit.code, "symbol": series.unit.symbol, "name": series.unit.label},
    }
    return {
        "n": reading.n,
        "text": reading.text,
        "value": _value_of(reading.mark),
        "observation": reading.reference,
        **names,
        "period": evidence.observation.period,
        "note": series.note,
        "pinned": _vintage(first, evidence, language),
        "timeline": [_entry(entry, evidence, language) for entry in reading.timeline],
        "others": _others(evidence, language),
    }


def _value_of(mark: Mark) -> str:
    return mark.value


def _source(source: Source) -> dict[str, str]:
    return {"slug": source.slug, "code": source.code, "name": source.label}


def words_of_vintage(row: Vintage, language: str) -> str:
    """The value as printed, with its qualifier."""
    return words_of_statement(row, language)


def words_of_statement(row: Vintage | UpstreamError, language: str) -> str:
    """The same of what we hold to be right instead."""
    unit = row.observation.series.unit
    if row.value is not None:
        text = printed(row.value, row.unit_mult, "", unit.code, language)
    elif row.low is not None and row.high is not None:
        text = printed_range(row.low, row.high, row.unit_mult, "", unit.code, language)
    else:
        return ""
    return qualified(text, row.qualifier, language)


def _vintage(stated: StatedValue | None, evidence: Evidence, language: str) -> dict[str, Any] | None:
    if stated is None:
        return None
    row = evidence.rows[stated.key]
    unit, release = row.observation.series.unit, row.release
    return {
        "stated_on": row.stated_on.isoformat(),
        "value": None if row.value is None else plain(row.value),
        "unit_mult": row.unit_mult,
        "decimals": row.decimals,
        "status": row.status,
        "note": row.note,
        "printed": words_of_vintage(row, language),
        "in_full": "" if row.value is None else in_full(row.value, row.unit_mult, unit.label, unit.code),
        "release": {"slug": release.slug, "title": release.title, "url": release.url},
    }


def _entry(entry: TimelineEntry, evidence: Evidence, language: str) -> dict[str, Any]:
    finding = entry.finding
    other = finding.agrees_with
    row = evidence.rows[other.value.key] if other else None
    declared = _declared(finding, evidence, language)
    return {
        "day": entry.day.isoformat(),
        "verdict": finding.verdict.value,
        "state": finding.state,
        "newer": _vintage(finding.newer, evidence, language),
        "other": {
            "label": other.label,
            "source": _source(row.observation.series.source),
            "printed": words_of_vintage(row, language),
            "stated_on": row.stated_on.isoformat(),
        }
        if other and row
        else None,
        **({"declared": declared} if declared else {}),
    }


def _declared(finding: Finding, evidence: Evidence, language: str) -> dict[str, Any] | None:
    """The error of the source that we declared, where it decides: what each of us says, and whom the print follows."""
    if finding.declared is None or finding.current is None:
        return None
    row = evidence.declared[finding.declared.right.key]
    return {
        "agrees": finding.verdict is Verdict.CORRECTED,
        "printed": words_of_statement(row, language),
        "stated": words_of_vintage(evidence.rows[finding.current.key], language),
        "reason": row.reason,
        "declared_on": row.declared_on.isoformat(),
    }


def _others(evidence: Evidence, language: str) -> list[dict[str, Any]]:
    """What other sources state of the same thing, every statement with its day, oldest first."""
    rows = [evidence.rows[n.value.key] for n in evidence.neighbours if n.kind == "source"]
    return [
        {
            "source": _source(row.observation.series.source),
            "printed": words_of_vintage(row, language),
            "stated_on": row.stated_on.isoformat(),
        }
        for row in rows
    ]
