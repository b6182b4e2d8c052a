"""`make test`: every step runs, whatever became of the others; one summary at the end."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.chromium import NOWHERE, find_or_install_chromium
from scripts.steps import ROOT, STEPS, Step
from scripts.tally import Tally, tally_of_report

LONGEST_STEP = 1800
MOST_TRIED_AGAIN = 5


@dataclass(frozen=True)
class Outcome:
    step: Step
    ok: bool
    seconds: float
    tally: Tally


def run_step(step: Step) -> Outcome:
    """Runs one step and says how it went; what it needs and cannot get is a failure, never a skip."""
    began = time.monotonic()
    environment = {**os.environ, **step.environment}
    # Each process of the suite would compile every test and library again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if step.needs_browser:
        browser = find_or_install_chromium()
        if browser is None:
            print(NOWHERE, flush=True)
            return Outcome(step, ok=False, seconds=time.monotonic() - began, tally=Tally(failed=1))
        environment["CHROMIUM"] = browser
    ok, tally = _run_suite(step, environment) if step.is_suite else _run_check(step, environment)
    return Outcome(step, ok, time.monotonic() - began, tally)


def _run(
    title: str, command: tuple[str, ...], environment: dict[str, str], *, quietly: bool = False
) -> subprocess.CompletedProcess[str] | None:
    """The finished command, its output kept when it runs quietly; None, and a sentence, when it took too long."""
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=LONGEST_STEP,
            stdout=subprocess.PIPE if quietly else None,
            stderr=subprocess.STDOUT if quietly else None,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        print(f"{title} took longer than {LONGEST_STEP // 60} minutes and was ended.", flush=True)
        return None


def _run_check(step: Step, environment: dict[str, str]) -> tuple[bool, Tally]:
    done = _run(step.title, step.command, environment, quietly=True)
    if done is None:
        return False, Tally(failed=1)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0, Tally(failed=1 if done.returncode else 0)


def _run_suite(step: Step, environment: dict[str, str]) -> tuple[bool, Tally]:
    with tempfile.TemporaryDirectory(prefix="nqpf-report-") as folder:
        ok, tally = _run_pytest(step.title, step.command, environment, Path(folder))
        if not ok and step.second_try and 0 < tally.failed <= MOST_TRIED_AGAIN:
            print(f"{step.title}: {tally.failed} failed, and is tried once more alone.", flush=True)
            ok, again = _run_pytest(step.title, step.second_try, environment, Path(folder))
            tally = after_second_try(tally, again)
            ok = ok and not tally.failed
    return ok, tally


def after_second_try(first: Tally, again: Tally) -> Tally:
    """The counts when what failed in `first` was run `again`: only what was seen to pass the second time is passed."""
    mended = min(again.passed, first.failed)
    return Tally(first.passed + mended, first.failed - mended, first.skipped)


def _run_pytest(
    title: str, command: tuple[str, ...], environment: dict[str, str], folder: Path
) -> tuple[bool, Tally]:
    report = folder / "report.xml"
    report.unlink(missing_ok=True)
    command = (*command, f"--junitxml={report}", "-o", f"cache_dir={folder / 'cache'}")
    done = _run(title, command, environment)
    if done is None:
        return False, Tally(failed=1)
    tally = tally_of_report(report)
    ok = done.returncode == 0
    # A run that broke before its first test, or found none, counts as one failure: it must not look clean.
    return ok, tally if ok or tally.failed else tally + Tally(failed=1)


def summary(outcomes: list[Outcome], wanted: int) -> str:
    """A table of the steps, then the counts of them all, where a failed check is one failure."""
    lines = ["", f"{'step':<24}{'result':<10}{'seconds':>8}"]
    for outcome in outcomes:
        counts = f"   {outcome.tally}" if outcome.step.is_suite else ""
        result = "passed" if outcome.ok else "FAILED"
        lines.append(f"{outcome.step.title:<24}{result:<10}{outcome.seconds:>8.1f}{counts}")
    lines += ["", str(sum((outcome.tally for outcome in outcomes), Tally()))]
    if len(outcomes) < wanted:
        lines.append(f"Interrupted: {wanted - len(outcomes)} of {wanted} steps did not finish.")
    return "\n".join(lines)


def main(names: list[str]) -> int:
    unknown = set(names) - {step.name for step in STEPS}
    if unknown:
        known = ", ".join(step.name for step in STEPS)
        print(f"There is no step “{', '.join(sorted(unknown))}”: the steps are {known}.", file=sys.stderr)
        return 2
    chosen = [step for step in STEPS if not names or step.name in names]
    outcomes: list[Outcome] = []
    try:
        for number, step in enumerate(chosen, start=1):
            print(f"[{number}/{len(chosen)}] {step.title}", flush=True)
            outcomes.append(run_step(step))
    except KeyboardInterrupt:
        print(summary(outcomes, len(chosen)), flush=True)
        return 130
    print(summary(outcomes, len(chosen)), flush=True)
    return 0 if all(outcome.ok for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
