"""Write the quotations of an edition: the rows that index the figures of its body."""

from collections.abc import Iterable
from typing import Any

from articles.editions.models import Edition
from articles.figures.evidence import Evidence
from articles.figures.models import Quotation
from articles.figures.reading import FigureReading


def write_quotations(edition: Edition, readings: Iterable[FigureReading]) -> None:
    """One row for each figure whose observation is stored. The caller has removed those of an earlier compilation."""
    by_number = {figure["n"]: figure for figure in edition.figures}
    Quotation.objects.bulk_create(
        _quotation(edition, reading, reading.evidence, by_number[reading.n])
        for reading in readings
        if reading.evidence is not None
    )


def _quotation(
    edition: Edition, reading: FigureReading, evidence: Evidence, figure: dict[str, Any]
) -> Quotation:
    pinned = reading.timeline[0].finding.pinned
    newer = next((e["newer"] for e in figure["timeline"] if e["state"] == "revised"), None)
    return Quotation(
        edition=edition,
        position=reading.n,
        text=reading.text[:300],
        value=figure["value"],
        observation=evidence.observation,
        pinned_id=pinned.key if pinned else None,
        verdict=reading.verdict.value,
        revised_on=newer["stated_on"] if newer and reading.state == "revised" else None,
    )
