import subprocess
import sys
from pathlib import Path

import pytest

from scripts.steps import Step
from scripts.suite import Outcome, after_second_try, run_step, summary
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
        '<testsuites><testsuite><testcase classname="a" name="one"/>'
        '<testcase classname="a" name="two"><failure/></testcase><testcase classname="b" name="two"><error/></testcase>'
        '<testcase classname="b" name="three"><skipped/></testcase></testsuite></testsuites>'
    )
    assert tally_of_report(report) == Tally(passed=1, failed=2, skipped=1)


def test_a_test_that_fails_and_cannot_be_taken_down_is_one_failure(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.fixture\ndef guard():\n    yield\n    assert False\n"
        "def test_one(guard):\n    assert False\n"
        "def test_two(guard):\n    pass\n"
        "def test_three():\n    pass\n"
    )
    report = tmp_path / "report.xml"
    command = [
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:django",
        "--noconftest",
        f"--junitxml={report}",
        "test_it.py",
    ]
    subprocess.run([sys.executable, *command], cwd=tmp_path, capture_output=True, check=False)
    assert tally_of_report(report) == Tally(passed=1, failed=2)


def test_a_missing_report_counts_nothing(tmp_path: Path) -> None:
    assert tally_of_report(tmp_path / "report.xml") == Tally()


def test_what_passes_alone_is_passed_and_what_fails_again_is_failed() -> None:
    assert after_second_try(Tally(60, 3, 1), Tally(passed=2, failed=1)) == Tally(62, 1, 1)


def test_a_second_try_that_ran_nothing_mends_nothing() -> None:
    assert after_second_try(Tally(60, 3), Tally()) == Tally(60, 3)


@pytest.mark.parametrize(("mended", "ok", "tally"), [(True, True, Tally(2, 0)), (False, False, Tally(1, 1))])
def test_a_test_that_failed_beside_others_is_tried_alone(
    tmp_path: Path, mended: bool, ok: bool, tally: Tally
) -> None:
    (tmp_path / "test_late.py").write_text(
        "from pathlib import Path\n"
        "def test_of_the_first_time():\n"
        f"    seen = Path({str(tmp_path / 'seen')!r})\n"
        f"    again = seen.exists() and {mended}\n"
        "    seen.touch()\n"
        "    assert again\n"
        "def test_of_every_time():\n"
        "    pass\n"
    )
    plain = (
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        "/dev/null",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    )
    step = Step("late", "late", plain, is_suite=True, second_try=(*plain, "--lf", "--lfnf=none"))

    outcome = run_step(step)

    assert (outcome.ok, outcome.tally) == (ok, tally)


def test_what_is_compiled_once_is_kept_for_the_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    asked = "import sys; sys.exit(sys.dont_write_bytecode)"
    assert run_step(Step("asked", "asked", (sys.executable, "-c", asked))).ok
