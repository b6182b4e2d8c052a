"""`make bench`: our own corpus through the real compiler, and every kind of request beside its limits.

With PEERS, the folder of a comparison, the same is then done beside other systems on their corpus.
docs/performance.md says what can be chosen.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.peers import Comparison, ComparisonError
from tests.benchmarks.serving import ROOT, cluster
from tests.server_binaries import ClusterError


def main() -> int:
    started = time.monotonic()
    try:
        with cluster() as address:
            _stage("own", address)
        if peers := os.environ.get("PEERS", ""):
            comparison = Comparison(Path(peers).resolve())
            comparison.set_up()
            with comparison.database() as address:
                _stage("beside", address)
    except (ClusterError, ComparisonError) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except subprocess.CalledProcessError as failed:
        return failed.returncode or 1
    except KeyboardInterrupt:
        return 130
    sys.stdout.write(f"\nDone in {time.monotonic() - started:.0f} s.\n")
    return 0


def _stage(name: str, database: str) -> None:
    """A process of its own, since Django reads its settings once."""
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.stage", name],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database, "DEBUG": "0"},
        check=True,
    )


if __name__ == "__main__":
    sys.exit(main())
