import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def find_python(*, path: Path, pyenv: Path) -> subprocess.CompletedProcess[str]:
    """Runs the finder where nothing is installed but what the test put into its two folders."""
    for name in ("cut", "head", "dirname"):
        if not (path / name).exists():
            (path / name).symlink_to(
                next(p for p in (Path("/usr/bin") / name, Path("/bin") / name) if p.exists())
            )
    environment = {"PATH": str(path), "PYENV_ROOT": str(pyenv), "HOME": os.devnull}
    return subprocess.run(
        ["/bin/sh", ROOT / "scripts/find-python"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def script(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_a_shim_that_fails_is_passed_over_for_a_python_that_works(tmp_path: Path) -> None:
    script(tmp_path / "bin/python3.13", "echo 'version not installed' >&2; exit 127")
    script(tmp_path / "pyenv/versions/3.13.9/bin/python", f'exec {sys.executable} "$@"')
    found = find_python(path=tmp_path / "bin", pyenv=tmp_path / "pyenv")
    assert found.returncode == 0
    assert Path(found.stdout.strip()).exists()
    assert found.stderr == ""


def test_a_plain_python3_of_the_right_version_will_do(tmp_path: Path) -> None:
    script(tmp_path / "bin/python3", f'exec {sys.executable} "$@"')
    assert find_python(path=tmp_path / "bin", pyenv=tmp_path / "none").returncode == 0


def test_without_one_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    script(tmp_path / "bin/python3", "exit 1")
    found = find_python(path=tmp_path / "bin", pyenv=tmp_path / "none")
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.count("\n") == 1
    assert found.stderr.startswith("Python 3.13 with its venv module was not found")
