"""Find the figures of passages: JSON lines in and out, or a table for one text file."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.figures.decimals import plain
from articles.figures.extraction import ExtractedFigure, extract

_QUALIFIERS = {"about": "approx"}


class Command(BaseCommand):
    help = (
        "Reads passages as JSON lines (id, text, date, area, fiscal_start) on standard input and writes one line "
        "of figures for each. With a text file: prints a table of its figures."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="A text file, UTF-8.")
        parser.add_argument("--published", default="", help="The day of the article: 2024-03-31, or 2024-03.")
        parser.add_argument(
            "--area", default=None, help="Country of the article: a name or ISO 3166 alpha-3."
        )
        parser.add_argument("--fiscal-year-start", type=int, default=1, choices=range(1, 13), metavar="MONTH")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["file"] is not None:
            self._print_table(options)
            return
        for number, line in enumerate(self._lines(), start=1):
            if line.strip():
                self.stdout.write(json.dumps(predicted(line, number), ensure_ascii=False))

    def _lines(self) -> Iterable[str]:
        with open(0, encoding="utf-8", errors="replace", closefd=False) as lines:
            yield from lines

    def _print_table(self, options: dict[str, Any]) -> None:
        try:
            text = options["file"].read_text(encoding="utf-8", errors="replace")
        except OSError as problem:
            raise CommandError(f"Cannot read {options['file']}: {problem.strerror}.") from problem
        figures = extract(
            text,
            published=published_on(options["published"]),
            area=options["area"],
            fiscal_year_start=options["fiscal_year_start"],
        )
        rows: list[tuple[str, ...]] = [("printed", "value", "unit", "kind", "period", "subject")]
        rows += [_row(figure) for figure in figures]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            self.stdout.write(
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )
        self.stdout.write(f"{len(figures)} figures.")


def published_on(text: str | None) -> date | None:
    """A day, or the first of a month or year; None for anything else."""
    pieces = [*(text or "").split("-"), "1", "1"][:3]
    try:
        year, month, day = (int(piece) for piece in pieces)
        return date(year, month, day)
    except ValueError:
        return None


def predicted(line: str, number: int) -> dict[str, Any]:
    """The figures of one passage as a JSON object. Raises CommandError for a line that is no passage."""
    try:
        passage = json.loads(line)
        text = passage["text"]
        figures = extract(
            text,
            published=published_on(passage.get("date")),
            area=passage.get("area"),
            fiscal_year_start=int(passage.get("fiscal_start") or 1),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise CommandError(f"Line {number} is no passage with id and text: {problem}.") from problem
    return {"id": passage.get("id"), "figures": [as_json(figure) for figure in figures]}


def as_json(figure: ExtractedFigure) -> dict[str, Any]:
    """The figure as scorers and scripts read it: numbers as decimal strings, fractions as "1/3"."""
    fields: dict[str, Any] = {
        name: getattr(figure, name)
        for name in (
            "start", "end", "text", "unit", "kind", "direction", "period", "period_from", "subject", "area",
            "level_of", "restates", "confidence", "rule",
        )
    }  # fmt: skip
    fields["qualifier"] = _QUALIFIERS.get(figure.qualifier or "", figure.qualifier)
    if figure.low is not None and figure.high is not None:
        fields |= {"value": None, "value_low": plain(figure.low), "value_high": plain(figure.high)}
    elif figure.parts is not None:
        fields["value"] = f"{figure.parts[0]}/{figure.parts[1]}"
    else:
        fields["value"] = None if figure.value is None else plain(figure.value)
    return fields


def _row(figure: ExtractedFigure) -> tuple[str, ...]:
    shown = as_json(figure)
    value = shown["value"] or f"{shown['value_low']} to {shown['value_high']}"
    kind = " ".join(filter(None, (figure.kind, figure.direction)))
    return (
        " ".join(figure.text.split()), value, figure.unit or "", kind, figure.period or "", figure.subject or "",
    )  # fmt: skip
