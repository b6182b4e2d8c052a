"""A PostgreSQL cluster that lives as long as somebody listens: `python -m tests.cluster`.

It prints its address, then waits until its standard input closes, which happens however its owner ends, and
removes every trace of itself. It runs in a session of its own, so that Ctrl-C reaches its owner first.
"""

import contextlib
import locale
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, TypedDict

import psycopg

from tests.server_binaries import ClusterError, server_binaries, within_reach

SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "timezone=UTC",
)
PATIENCE = 60
ATTEMPTS = 3


class RunAs(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]
    env: dict[str, str]
    cwd: Path


def ordinary_user() -> pwd.struct_passwd | None:
    """Whom the server runs as, for it refuses to run as root; None if we are an ordinary user ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise ClusterError(
        "PostgreSQL refuses to run as root, and there is no user “postgres” or “nobody” to run it as."
    )


def _run_as(user: pwd.struct_passwd | None, home: Path) -> RunAs:
    common = RunAs(env={"PATH": os.environ.get("PATH", os.defpath), "TZ": "UTC"}, cwd=home)
    if user is None:
        return common
    return {**common, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _character_type() -> str:
    """Unicode case folding where the system has it, as in production; else plain bytes."""
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return "C"
    return "C.UTF-8"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@contextlib.contextmanager
def throw_away_cluster() -> Iterator[str]:
    """Yields the address of a running cluster of its own; stops it and removes its files afterwards."""
    user = ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="nqpf-pg-", dir="/tmp" if user else None))  # noqa: S108 (root's own may be private)
    try:
        binaries = server_binaries()
        if user:
            binaries = within_reach(binaries, home)
            for path in (home, *home.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
        run_as = _run_as(user, home)
        _initialise(binaries, home, run_as)
        server, address = _started(binaries, home, run_as)
        try:
            yield address
        finally:
            _stop(server)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _initialise(binaries: Path, home: Path, run_as: RunAs) -> None:
    command = [
        str(binaries / "initdb"),
        "--no-sync",
        "--auth=trust",
        "--username=postgres",
        "--encoding=UTF8",
        "--locale=C",
        f"--lc-ctype={_character_type()}",
        "-D",
        str(home / "data"),
    ]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **run_as
    )
    if done.returncode:
        raise ClusterError(f"initdb failed: {_last_line(done.stderr)}")


def _started(binaries: Path, home: Path, run_as: RunAs) -> tuple[subprocess.Popen[bytes], str]:
    """Another process may take the free port before the server does, hence the attempts."""
    log = home / "log"
    for _ in range(ATTEMPTS):
        port = _free_port()
        command = [str(binaries / "postgres"), "-D", str(home / "data"), "-k", str(home), "-h", "127.0.0.1"]
        command += ["-p", str(port), *(part for setting in SETTINGS for part in ("-c", setting))]
        with log.open("wb") as sink:
            server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, **run_as)
        address = f"postgres://postgres@127.0.0.1:{port}/postgres"
        if _answers(server, address):
            return server, address
        _stop(server)
    raise ClusterError(f"PostgreSQL did not start: {_last_line(log.read_text(errors='replace'))}")


def _answers(server: subprocess.Popen[bytes], address: str) -> bool:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(address, connect_timeout=5).close()
            return server.poll() is None
        time.sleep(0.05)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    """At once: nothing in it is worth keeping."""
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it gave no reason"])[-1]


def _end(*_: object) -> NoReturn:
    sys.exit(0)


def main() -> int:
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGHUP, _end)
    try:
        with throw_away_cluster() as address:
            sys.stdout.write(f"{address}\n")
            sys.stdout.flush()
            sys.stdin.read()
    except ClusterError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
