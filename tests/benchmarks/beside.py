"""The run beside other systems: their corpus in our database, one interleaved run, and the table of ratios."""

import json
import os
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management import call_command
from django.utils import timezone

from tests.benchmarks.dataset_files import read_dataset
from tests.benchmarks.loading import EDITOR, PASSWORD, load
from tests.benchmarks.own import say
from tests.benchmarks.peers import STATIC, Comparison
from tests.benchmarks.reporting import FOLDER, keep, table
from tests.benchmarks.serving import server
from tests.benchmarks.workloads import WORKLOADS, as_json

ROUNDS = os.environ.get("BENCH_ROUNDS", "3")
SECONDS = os.environ.get("BENCH_SECONDS", "3")
# Too slow, in one of the systems, for a window of requests: asked one after the other.
SLOW = ("search", "admin_list", "admin_edit")
ONE_BY_ONE = "5"
WAGTAIL, PLAIN = "wagtail-pg", "drf-pg"


class Target(NamedTuple):
    """How many times as fast as each of the others we want to be."""

    wagtail: float = 0
    plain: float = 0


TARGETS: Mapping[str, Target] = {
    "article": Target(wagtail=8, plain=3),
    "api_list": Target(plain=3),
    "api_obs_bulk": Target(plain=5),
    "search": Target(wagtail=1, plain=1),
}
MOST_MEMORY = 100


def run() -> None:
    """Load their corpus, serve, compare, print and keep."""
    comparison = Comparison(Path(os.environ["PEERS"]).resolve())
    say("\nLoading the corpus of the comparison")
    call_command("migrate", verbosity=0)
    loaded = load(read_dataset(comparison.data), at=timezone.now())
    say(loaded.told())
    FOLDER.mkdir(parents=True, exist_ok=True)
    ours = FOLDER / "ours.json"
    fast = [each.name for each in WORKLOADS if each.name not in SLOW]
    with server("nqpf.wsgi:application") as served, comparison.serving() as names:
        ours.write_text(json.dumps(as_json(served.base, loaded.first_article, EDITOR, PASSWORD), indent=1))
        say(f"Comparing with {', '.join(names)}: {ROUNDS} rounds of {SECONDS} s")
        options = ("--rounds", ROUNDS, "--pool", "1000")
        comparison.compare(ours, names, fast, FOLDER / "fast.json", "--seconds", SECONDS, *options)
        one_by_one = ("--latency", ONE_BY_ONE)
        comparison.compare(ours, names, list(SLOW), FOLDER / "slow.json", *one_by_one, *options)
        memory, others = served.memory(), comparison.memory()
    results = [row for name in ("fast", "slow") for row in _results(FOLDER / f"{name}.json")]
    say("\n" + ratios(results))
    verdict = "met" if max(memory) <= MOST_MEMORY else "missed"
    say(f"\nOur workers, RSS: {', '.join(f'{m:.0f} MiB' for m in memory)} (target {MOST_MEMORY}: {verdict})")
    say(f"The others:\n{others}")
    kept = {"loaded": loaded._asdict(), "memory_mib": memory, "memory_of_others": others, "results": results}
    say(f"Every round is in {keep('beside', kept)}.")


def _results(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text())["results"]
    return found


def ratios(results: Sequence[Mapping[str, Any]]) -> str:
    """One row a workload: our rate, how many times it is theirs (medians of the ratios round by round), targets."""
    cells = {(row["workload"], row["contender"]): row for row in results}
    heads = ["workload", "req/s", "p50 ms", "x Wagtail", "x plain DRF", "% of static files", "KB", "target"]
    rows = []
    for name in (each.name for each in WORKLOADS):
        mine = cells.get((name, "ours"))
        if mine is None:
            rows.append([name, *["-"] * 7])
            continue
        wagtail, plain, static = (times(mine, cells.get((name, other))) for other in (WAGTAIL, PLAIN, STATIC))
        rows.append(
            [
                name + mine["flag"],
                f"{mine['rps']:.1f}",
                f"{mine['p50_ms']:.1f}",
                _told(wagtail),
                _told(plain),
                "-" if static is None else f"{static * 100:.1f}",
                f"{mine['bytes'] / 1024:.1f}",
                met(TARGETS.get(name), wagtail, plain),
            ]
        )
    return table(heads, rows)


def times(mine: Mapping[str, Any], other: Mapping[str, Any] | None) -> float | None:
    """How many times as many requests in the same time, the median over the rounds."""
    if other is None:
        return None
    pairs = [(a["rps"], b["rps"]) for a, b in zip(mine["rounds"], other["rounds"], strict=False) if b["rps"]]
    return statistics.median(a / b for a, b in pairs) if pairs else None


def _told(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.1f}"


def met(target: Target | None, wagtail: float | None, plain: float | None) -> str:
    """“met” or “missed”, where there is a target and something to hold it against."""
    if target is None:
        return ""
    pairs = [(target.wagtail, wagtail), (target.plain, plain)]
    held = [ratio >= wanted for wanted, ratio in pairs if wanted and ratio is not None]
    return "" if not held else "met" if all(held) else "missed"
