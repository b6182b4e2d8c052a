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


def install_chromium() -> bool:
    """As root on Debian its package, else Playwright's download; says so, and whether it went well."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES]
        if _run(["apt-get", "update", "-qq"], quiet) and _run(install, quiet):
            return True
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def find_or_install_chromium() -> str | None:
    """The path of a Chromium that starts; None if there is none and `CHROMIUM` or the machine gives none."""
    if found := installed_chromium():
        return found
    if os.environ.get("CHROMIUM"):
        return None
    print("No Chromium was found: installing one", flush=True)
    return installed_chromium() if install_chromium() else None


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


def _run(command: list[str], environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
