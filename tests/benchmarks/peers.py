"""The other systems: their set-up, their servers and their comparison, all run as its folder provides them."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

SIZE = "10k"
DATABASE = "bench_ours"
CONTENDERS = ("wagtail-pg", "drf-pg")
STATIC = "nginx-static"


class ComparisonError(Exception):
    """The comparison cannot be made, and the message says why."""


class Comparison:
    """A folder with setup.sh, serve.py, compare.py and contenders.json.

    BENCH_DIR is where it keeps its environments and data, BENCH_PG the PostgreSQL that serves all contenders; both
    have the defaults that the folder itself has.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = Path(os.environ.get("BENCH_DIR") or Path(tempfile.gettempdir()) / "bench")
        self.postgres = os.environ.get("BENCH_PG") or "postgres://bench@127.0.0.1:5547"
        self.data = self.work / "data" / SIZE
        if not (folder / "compare.py").is_file():
            raise ComparisonError(f"{folder} holds no compare.py: PEERS names the folder of a comparison.")

    def set_up(self) -> None:
        """Environments, data and databases of the others. Takes minutes the first time, seconds after."""
        self._run(["sh", "setup.sh", SIZE], "setting up the other systems")

    @contextlib.contextmanager
    def database(self) -> Iterator[str]:
        """A database of ours in the cluster of the others, empty, and gone afterwards."""
        name = sql.Identifier(DATABASE)
        with psycopg.connect(f"{self.postgres}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
            try:
                yield f"{self.postgres}/{DATABASE}"
            finally:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    @contextlib.contextmanager
    def serving(self) -> Iterator[list[str]]:
        """Names of the contenders that serve: the others, and files of nginx where it is installed."""
        names = list(CONTENDERS)
        try:
            self._run([sys.executable, "serve.py", "up", *names], "starting the other systems")
            if shutil.which("nginx"):
                out = str(self.work / "static")
                render = [sys.executable, "limits/render.py", "--data", str(self.data), "--out", out]
                self._run([*render, "--contenders", "contenders.json"], "writing files for nginx")
                self._run([sys.executable, "serve.py", "up", STATIC], "starting nginx")
                names.append(STATIC)
            yield names
        finally:
            self._run([sys.executable, "serve.py", "down", *CONTENDERS, STATIC], "stopping the other systems")

    def memory(self) -> str:
        """What serve.py tells of the workers' memory."""
        return self._run([sys.executable, "serve.py", "stat"], "reading memory").stdout.strip()

    def compare(self, ours: Path, names: list[str], workloads: list[str], out: Path, *options: str) -> None:
        """Run compare.py; its result is written to `out`."""
        command = [sys.executable, "compare.py", "--data", str(self.data)]
        command += ["--contenders", "contenders.json", str(ours), "--only", ",".join([*names, "ours"])]
        command += ["--workloads", ",".join(workloads), "--out", str(out), *options]
        self._run(command, "comparing")

    def _run(self, command: list[str], doing: str) -> Any:
        environment = {
            "PYTHON": sys.executable,
            **os.environ,
            "BENCH_DIR": str(self.work),
            "BENCH_PG": self.postgres,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        self.work.mkdir(parents=True, exist_ok=True)
        # To files: servers that are started inherit them, and would hold a pipe open.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
            done: Any = subprocess.run(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                check=False,
            )
            told.seek(0)
            done.stdout = told.read()
        if done.returncode:
            last = (done.stdout.strip().splitlines() or ["it gave no reason"])[-1]
            raise ComparisonError(f"While {doing}: {last}")
        return done
