"""One stage of a run, in a process whose settings name its database: `python -m tests.benchmarks.stage own`."""

import importlib
import os
import signal
import sys

import django

from tests.benchmarks.client import WrongAnswer
from tests.benchmarks.peers import ComparisonError


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")
    django.setup()
    # Models can be imported only now.
    stage = importlib.import_module(f"tests.benchmarks.{sys.argv[1]}")
    try:
        stage.run()
    except (WrongAnswer, ComparisonError) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
