"""Tables of a run, as text that is also Markdown, and the whole run as JSON."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.inside import Cost
from tests.benchmarks.measuring import Cell
from tests.benchmarks.serving import ROOT

FOLDER = ROOT / "var" / "bench"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, its first column to the left and the others to the right."""
    widths = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    lines = [_line(heads, widths), "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|"]
    lines[1] = lines[1].replace(":", "-", 1)
    return "\n".join([*lines, *(_line(row, widths) for row in rows)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
    return "| " + " | ".join(cells) + " |"


def own_table(cells: Sequence[Cell], limit: Cell, costs: Mapping[str, Cost]) -> str:
    """Each workload beside its limits: a bare WSGI constant, and the database alone."""
    heads = ["workload", "req/s", "p50 ms", "p99 ms", "% of a constant", "statements"]
    heads += ["CPU ms", "database ms", "KB", "errors"]
    rows = []
    for cell in [limit, *cells]:
        cost = costs.get(cell.name)
        inside = (
            [str(cost.statements), f"{cost.processor:.2f}", f"{cost.database:.2f}"] if cost else ["-"] * 3
        )
        times = [f"{cell.rate:.1f}", f"{cell.p50:.1f}", f"{cell.p99:.1f}"]
        share = f"{cell.share_of(limit) * 100:.1f}"
        rows.append([cell.name, *times, share, *inside, f"{cell.size / 1024:.1f}", str(cell.errors)])
    return table(heads, rows)


def as_data(cells: Sequence[Cell], costs: Mapping[str, Cost]) -> list[dict[str, Any]]:
    """The cells with every round."""
    return [
        {
            "workload": cell.name,
            "rate": cell.rate,
            "p50_ms": cell.p50,
            "p99_ms": cell.p99,
            "errors": cell.errors,
            "bytes": cell.size,
            "inside": costs[cell.name]._asdict() if cell.name in costs else None,
            "rounds": [window._asdict() for window in cell.windows],
        }
        for cell in cells
    ]


def keep(name: str, data: Mapping[str, Any]) -> Path:
    """Write a run, with the load of the machine at its end, to `var/bench`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps({**data, "load_average": os.getloadavg()}, indent=1, default=str) + "\n")
    return path
