"""The figures of a clipping, each with the observations that it may quote."""

from datetime import date
from decimal import Decimal
from typing import Any

from articles.figures.extraction import ExtractedFigure, extract, setting_of
from articles.figures.finding import find_figures
from articles.figures.proposing import Found
from articles.intake.formats.document import BETWEEN
from articles.intake.layout import Layout, Role

MOST_FIGURES = 200
MOST_CANDIDATES = 5
AGREEING = ("exact", "rounded", "within_qualifier", "superseded")
SAID = ("stated", "relative")


def figures_of(
    blocks: list[str], layout: Layout, *, language: str, day: date | None, today: date
) -> list[dict[str, Any]]:
    """Every figure of the text with at most five candidates, as plain data. Four queries for each figure, at most 200.

    Args:
        blocks: the texts of the blocks, in the order of the layout's roles.
        day: when the article was printed, if that is known.
    """
    found: list[dict[str, Any]] = []
    area, starts = setting_of(BETWEEN.join(blocks))
    at = 0
    for number, (text, role) in enumerate(zip(blocks, layout.roles, strict=True)):
        if role.is_text or role is Role.STANDFIRST:
            for figure in extract(text, published=day, area=area, fiscal_year_start=starts):
                if len(found) < MOST_FIGURES:
                    told = _proposal(figure, number, at, language, day or today)
                    found.append(
                        told | {"area_guessed": bool(area) and figure.area == area != _named(text, figure)}
                    )
        at += len(text) + len(BETWEEN)
    return found


def _named(text: str, figure: ExtractedFigure) -> str | None:
    """The area, if the sentence before the figure names it."""
    return (
        figure.area
        if figure.area and figure.area in text[max(0, figure.start - 300) : figure.start]
        else None
    )


def our_period(label: str | None) -> str:
    """A period of the extraction as a code of ours: 2023-H1 is 2023-S1. Empty where it is none."""
    return (label or "").replace("-H", "-S") if label and "/" not in label and ".." not in label else ""


def _proposal(figure: ExtractedFigure, block: int, at: int, language: str, day: date) -> dict[str, Any]:
    period = our_period(figure.period)
    typed = f"{figure.subject or ''} {period}".strip()
    found = find_figures(typed, selected=figure.text, language=language, day=day) if typed else []
    best = sorted(
        found,
        key=lambda each: (
            not each.reference.endswith(f":{period}"),
            each.verdict not in AGREEING,
            each.verdict == "unit",
        ),
    )
    agreeing = [each for each in best if each.verdict in AGREEING]
    others = [each for each in best if each not in agreeing and not (agreeing and each.verdict == "unit")]
    return {
        "start": at + figure.start,
        "end": at + figure.end,
        "block": block,
        "text": figure.text,
        "kind": figure.kind,
        "value": _number(figure.value)
        if figure.value is not None
        else f"{_number(figure.low)}–{_number(figure.high)}",
        "unit": figure.unit or "",
        "period": figure.period or "",
        "period_from": figure.period_from or "",
        "subject": figure.subject or "",
        "area": figure.area or "",
        "sure": is_sure(figure, best) and figure.period_from in SAID,
        "likely": is_sure(figure, best),
        "candidates": [_candidate(each) for each in [*agreeing, *others][:MOST_CANDIDATES]],
    }


def _number(value: Decimal | None) -> str:
    return f"{value:,f}" if value is not None else ""


def _candidate(found: Found) -> dict[str, str]:
    names = ("reference", "printed", "indicator", "where", "verdict", "state", "sentence")
    return {name: getattr(found, name) for name in names}


def is_sure(figure: ExtractedFigure, best: list[Found]) -> bool:
    """Whether one observation alone agrees: of the period that is said, or of the one of a figure before it, and then
    with the same value. Only where the period is said may it be accepted together with others."""
    period = our_period(figure.period)
    agreeing = [each for each in best if each.verdict in AGREEING and each.reference.endswith(f":{period}")]
    if not period or len(agreeing) != 1 or agreeing[0] is not best[0]:
        return False
    return figure.period_from in SAID or agreeing[0].verdict == "exact"
