"""Whether the last preparation still holds, told without loading Django, so that a second start is quick."""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = "prepared"


def is_prepared(root: Path = ROOT) -> bool:
    """True if nothing that preparing depends on has changed and the embedded database holds articles.

    Another database than the embedded one is never trusted to be as it was left.
    """
    if os.environ.get("DATABASE_URL") or (root / ".env").exists():
        return False
    var = root / "var"
    if not ((var / STAMP).exists() and (var / "static").is_dir()):
        return False
    return (var / STAMP).read_text() == fingerprint(root) and _has_articles(var / "db.sqlite3")


def remember_prepared(root: Path = ROOT) -> None:
    """To be called after preparing; `is_prepared` compares with this moment."""
    (root / "var" / STAMP).write_text(fingerprint(root))


def fingerprint(root: Path = ROOT) -> str:
    """A digest of name, size and time of every file that migrations and static files are made from."""
    digest = hashlib.sha256()
    for path in sorted(_ingredients(root)):
        facts = path.stat()
        digest.update(f"{path.relative_to(root)} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _ingredients(root: Path) -> Iterator[Path]:
    yield from (path for path in (root / "requirements.lock",) if path.exists())
    for app in ("nqpf", "articles", "indicators", "taxonomy"):
        for folder, _, names in (root / app).walk():
            if {"static", "migrations"} & set(folder.relative_to(root).parts):
                yield from (folder / name for name in names if not name.endswith(".pyc"))
    yield from (root / "nqpf").glob("*.py")


def _has_articles(database: Path) -> bool:
    if not database.exists():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM articles_article)").fetchone()[0])
    except sqlite3.Error:
        return False
