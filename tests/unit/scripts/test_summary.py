from pathlib import Path

from scripts.steps import Step
from scripts.suite import Outcome, summary
from scripts.tally import Tally, tally_of_report


def outcome(title: str, *, ok: bool, tally: Tally, is_suite: bool) -> Outcome:
    return Outcome(Step(title, title, (), is_suite=is_suite), ok, 1.25, tally)


def test_the_last_line_counts_every_suite() -> None:
    outcomes = [
        outcome("suite on SQLite", ok=True, tally=Tally(60, 0, 1), is_suite=True),
        outcome("suite on PostgreSQL", ok=True, tally=Tally(61), is_suite=True),
    ]
    assert summary(outcomes, wanted=2).splitlines()[-1] == "121 passed, 0 failed, 1 skipped"


def test_a_check_that_fails_is_a_failure_on_the_last_line_too() -> None:
    outcomes = [outcome("lint", ok=False, tally=Tally(failed=1), is_suite=False)]
    assert summary(outcomes, wanted=1).splitlines()[-1] == "0 passed, 1 failed"


def test_a_run_that_was_broken_off_says_so() -> None:
    assert summary([], wanted=3).splitlines()[-1] == "Interrupted: 3 of 3 steps did not finish."


def test_errors_in_a_report_count_as_failures(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"></testsuite></testsuites>'
    )
    assert tally_of_report(report) == Tally(passed=4, failed=3, skipped=3)


def test_a_missing_report_counts_nothing(tmp_path: Path) -> None:
    assert tally_of_report(tmp_path / "report.xml") == Tally()
