"""The run of our own: every workload beside a bare WSGI constant and the database alone."""

import os
import sys

from django.core.management import call_command
from django.utils import timezone

from tests.benchmarks.client import Question, WrongAnswer, sign_in
from tests.benchmarks.generating import Generator, draws
from tests.benchmarks.inside import Cost, cost_of
from tests.benchmarks.loading import EDITOR, PASSWORD, Loaded, load
from tests.benchmarks.measuring import Cell, cell_of, measure
from tests.benchmarks.reporting import as_data, keep, own_table
from tests.benchmarks.serving import server
from tests.benchmarks.workloads import WORKLOADS

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "2000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "2"))
DRAWN = 1000
SAMPLE = 10


def run() -> None:
    """Load, measure, print and keep.

    Raises:
        WrongAnswer: a workload is not answered as it should be; the others are measured all the same.
    """
    say(f"Loading {ARTICLES} articles through the compiler")
    call_command("migrate", verbosity=0)
    generator = Generator(ARTICLES)
    loaded = load(generator.corpus(), at=timezone.now())
    say(loaded.told())
    asked = draws(generator.askable(), DRAWN)
    with (
        server("nqpf.wsgi:application") as ours,
        server("tests.benchmarks.constant:application") as constant,
    ):
        cookie, cells, refused = sign_in(ours.base, EDITOR, PASSWORD), [], []
        for workload in WORKLOADS:
            try:
                cells.append(cell_of(workload, ours.base, asked, loaded.first_article, cookie))
            except WrongAnswer as refusal:
                refused.append(str(refusal))
        limit = Cell("a WSGI constant", constant.base, [Question("/")])
        say(f"Measuring {len(cells)} workloads: {ROUNDS} rounds of {SECONDS:g} s each")
        measure([limit, *cells], rounds=ROUNDS, seconds=SECONDS)
        memory = ours.memory()
    costs = _costs(cells)
    say("\n" + own_table(cells, limit, costs))
    say(f"\nMemory of each worker after it (RSS): {', '.join(f'{each:.0f} MiB' for each in memory)}")
    path = keep("own", _kept(loaded, cells, limit, costs, memory))
    say(f"Every round is in {path}.")
    if refused:
        raise WrongAnswer("Not measured: " + "; ".join(refused))


def _costs(cells: list[Cell]) -> dict[str, Cost]:
    return {cell.name: cost_of(cell.questions[:SAMPLE], signed_in=bool(cell.cookie)) for cell in cells}


def _kept(
    loaded: Loaded, cells: list[Cell], limit: Cell, costs: dict[str, Cost], memory: list[float]
) -> dict[str, object]:
    return {
        "articles": ARTICLES,
        "loaded": loaded._asdict(),
        "memory_mib": memory,
        "workloads": as_data([limit, *cells], costs),
    }


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
