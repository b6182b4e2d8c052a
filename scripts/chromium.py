"""Finds a Chromium that starts, and installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")
NOWHERE = "No Chromium was found and none could be installed: install one, or name it in CHROMIUM."


def installed_chromium() -> str | None:
    """The browser named by `CHROMIUM`, else one on the path or Playwright's own; None if none starts."""
    if named := os.environ.get("CHROMIUM"):
        return named if _starts(named) else None
    on_path = (found for name in NAMES if (found := shutil.which(name)))
    return next((path for path in (*on_path, _playwrights_own()) if _starts(path)), None)


def find_or_install_chromium() -> str | None:
    """A Chromium that starts, installed if need be; None if there is none, or `CHROMIUM` names none."""
    found = installed_chromium()
    if found or os.environ.get("CHROMIUM"):
        return found
    print("No Chromium was found: installing one", flush=True)
    ways = (_install_package, _install_playwrights_own)
    return next((path for install in ways if install() and (path := installed_chromium())), None)


def _install_package() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES]
    return _run(["apt-get", "update", "-qq"]) and _run(install)


def _install_playwrights_own() -> bool:
    libraries = ["--with-deps"] if os.geteuid() == 0 else []
    return _run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"])


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """A file of that name may be a stub that asks to install the browser by other means."""
    if not Path(path).exists():
        return False
    try:
        asked = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _run(command: list[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, env=quiet, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
