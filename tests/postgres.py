"""A pytest plugin that gives the run a throw-away PostgreSQL: `python -m pytest -p tests.postgres`.

The cluster has to stand before Django reads its settings, which is earlier than any conftest is imported:
hence a plugin. It is started once, in the process that is called; xdist's workers inherit its address, and
pytest-django gives each of them a database of its own in it.

Tests of pure logic say the same beside any database, and have said it beside SQLite: here they are left out.
"""

import os
import subprocess
import sys

import pytest

from tests.asking import is_pure

CLUSTER = pytest.StashKey[subprocess.Popen[str]]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    cluster = subprocess.Popen(
        [sys.executable, "-m", "tests.cluster"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    early_config.stash[CLUSTER] = cluster
    address = cluster.stdout.readline().strip() if cluster.stdout else ""
    if not address:
        _, reason = cluster.communicate()
        raise pytest.UsageError(reason.strip() or "The PostgreSQL cluster ended without a word.")
    os.environ["DATABASE_URL"] = address


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: throw-away cluster at {os.environ.get('DATABASE_URL')}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if is_pure(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not is_pure(item)]


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    cluster = config.stash.get(CLUSTER, None)
    if cluster is not None:
        cluster.communicate()
