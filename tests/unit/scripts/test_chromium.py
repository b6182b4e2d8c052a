from pathlib import Path

import pytest

from scripts import chromium


def stub(path: Path, body: str) -> str:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_a_named_browser_that_starts_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", stub(tmp_path / "browser", "echo Chromium 1"))
    assert chromium.find_or_install_chromium() == str(tmp_path / "browser")


def test_a_named_browser_that_fails_is_not_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", stub(tmp_path / "browser", "exit 1"))
    assert chromium.find_or_install_chromium() is None


def test_a_stub_on_the_path_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    stub(tmp_path / "chromium", "exit 1")
    works = stub(tmp_path / "google-chrome", "exit 0")
    assert chromium.installed_chromium() == works


def test_where_none_can_be_installed_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "installed_chromium", lambda: None)
    monkeypatch.setattr(chromium, "_run", lambda command: False)
    assert chromium.find_or_install_chromium() is None
