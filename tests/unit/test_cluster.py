import signal
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest


@pytest.fixture
def cluster() -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "tests.cluster"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as keeper:
        assert keeper.stdout is not None
        yield keeper, keeper.stdout.readline().strip()
        if keeper.poll() is None:
            keeper.terminate()


def test_a_cluster_answers_folds_unicode_and_ends_with_its_owner(
    cluster: tuple[subprocess.Popen[str], str],
) -> None:
    keeper, address = cluster
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT lower('ÄÉ')").fetchone() == ("äé",)
    keeper.communicate(timeout=20)
    assert keeper.returncode == 0
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=5)


def test_a_cluster_ends_when_it_is_told_to(cluster: tuple[subprocess.Popen[str], str]) -> None:
    keeper, _ = cluster
    keeper.send_signal(signal.SIGTERM)
    assert keeper.wait(timeout=20) == 0
