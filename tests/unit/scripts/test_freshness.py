import contextlib
import sqlite3
from pathlib import Path

import pytest

from scripts.freshness import is_prepared, remember_prepared


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was prepared a moment ago."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for folder in ("nqpf/static", "articles/migrations", "var/static"):
        (tmp_path / folder).mkdir(parents=True)
    for name in (
        "requirements.lock",
        "nqpf/settings.py",
        "nqpf/static/site.css",
        "articles/migrations/0001.py",
    ):
        (tmp_path / name).write_text("first")
    with contextlib.closing(sqlite3.connect(tmp_path / "var" / "db.sqlite3")) as database, database:
        database.execute("CREATE TABLE articles_article (id INTEGER)")
        database.execute("INSERT INTO articles_article VALUES (1)")
    remember_prepared(tmp_path)
    return tmp_path


def test_nothing_changed_means_prepared(project: Path) -> None:
    assert is_prepared(project)


@pytest.mark.parametrize(
    "name", ["requirements.lock", "nqpf/settings.py", "nqpf/static/site.css", "articles/migrations/0001.py"]
)
def test_a_changed_ingredient_means_preparing_again(project: Path, name: str) -> None:
    (project / name).write_text("second time")
    assert not is_prepared(project)


def test_a_new_migration_means_preparing_again(project: Path) -> None:
    (project / "articles/migrations/0002.py").write_text("")
    assert not is_prepared(project)


def test_a_database_without_articles_means_preparing_again(project: Path) -> None:
    with contextlib.closing(sqlite3.connect(project / "var" / "db.sqlite3")) as database, database:
        database.execute("DELETE FROM articles_article")
    assert not is_prepared(project)


def test_a_missing_database_means_preparing_again_and_is_not_made(project: Path) -> None:
    (project / "var" / "db.sqlite3").unlink()
    assert not is_prepared(project)
    assert not (project / "var" / "db.sqlite3").exists()


def test_static_files_that_are_gone_mean_preparing_again(project: Path) -> None:
    (project / "var" / "static").rmdir()
    assert not is_prepared(project)


def test_another_database_is_never_trusted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/site")
    assert not is_prepared(project)
