"""What `make test` runs, in order."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# In memory: a developer's own database must not decide how a check ends.
EMBEDDED = {"DATABASE_URL": "sqlite://:memory:"}
PARALLEL = ("-n", "logical", "--maxprocesses", "8", "--dist", "loadgroup")

# Named by its folder: each worker collects whatever its step names, and that takes a while.
BROWSER = "tests/browser"
WITHOUT_BROWSER = (f"--ignore={BROWSER}",)


@dataclass(frozen=True)
class Step:
    """One command. A suite streams its output and reports its counts; a check is heard only when it fails.

    A suite with a `second_try` runs the few tests that failed once more, by that command, one at a time.
    """

    name: str
    title: str
    command: tuple[str, ...]
    is_suite: bool = False
    needs_browser: bool = False
    second_try: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


def _check(name: str, title: str, *arguments: str) -> Step:
    return Step(name, title, (sys.executable, *arguments), environment=EMBEDDED)


def _suite(name: str, title: str, *arguments: str, needs_browser: bool = False) -> Step:
    command = (sys.executable, "-m", "pytest", "-q", *PARALLEL, *arguments)
    # A browser shares the machine with everything else and may answer late: what failed beside others is tried alone.
    alone = (sys.executable, "-m", "pytest", "-q", "--lf", "--lfnf=none", *arguments) if needs_browser else ()
    return Step(
        name,
        title,
        command,
        is_suite=True,
        needs_browser=needs_browser,
        second_try=alone,
        environment=EMBEDDED,
    )


STEPS = (
    _check("format", "formatting (ruff)", "-m", "ruff", "format", "--check", "--quiet", "."),
    _check("lint", "lint (ruff)", "-m", "ruff", "check", "--quiet", "--output-format=concise", "."),
    _check("types", "types (mypy)", "-m", "mypy", "."),
    Step("imports", "import contracts", (str(Path(sys.executable).with_name("lint-imports")), "--no-logo")),
    _check("migrations", "migrations complete", "manage.py", "makemigrations", "--check", "--dry-run"),
    _suite("sqlite", "suite on SQLite", *WITHOUT_BROWSER),
    _suite("postgres", "suite on PostgreSQL", *WITHOUT_BROWSER, "-p", "tests.postgres"),
    _suite("browser", "browser tests", BROWSER, needs_browser=True),
)
