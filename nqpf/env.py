"""What the environment says, parsed once and loudly. Every variable is documented in docs/operator.md."""

import os
import secrets
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE = Path(__file__).resolve().parent.parent
VAR = BASE / "var"

ON, OFF = ("true", "on", "yes", "1"), ("", "false", "off", "no", "0")

env = environ.Env()
environ.Env.read_env(str(BASE / ".env"))


def flag(name: str) -> bool:
    """A variable that is on or off, off by default.

    Raises:
        ImproperlyConfigured: it is neither; guessing could switch a protection off.
    """
    said = env.str(name, default="").strip().lower()
    if said in ON:
        return True
    if said in OFF:
        return False
    raise ImproperlyConfigured(f"{name} has to be true or false, and “{said}” is neither.")


def secret_key() -> str:
    """The signing key: from `SECRET_KEY`, else from `var/secret-key`, which is made once and kept private."""
    if given := env.str("SECRET_KEY", default=""):
        return str(given)
    VAR.mkdir(exist_ok=True)
    kept = VAR / "secret-key"
    if not kept.exists():
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


def database() -> dict[str, Any]:
    """`DATABASE_URL`, or the embedded SQLite file in `var/`, each with the options that make it safe and fast."""
    VAR.mkdir(exist_ok=True)
    chosen: dict[str, Any] = env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'db.sqlite3'}")
    if chosen["ENGINE"].endswith("sqlite3"):
        chosen["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
        }
        chosen["CONN_MAX_AGE"] = None
    else:
        chosen.setdefault("OPTIONS", {})
        chosen["OPTIONS"]["pool"] = {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=4)}
    return chosen


def mailers() -> dict[str, dict[str, Any]]:
    """`EMAIL_URL` as Django's mailers. Without it, mails are printed to standard output."""
    said: dict[str, Any] = env.email_url("EMAIL_URL", default="consolemail://")
    backend: str = said["EMAIL_BACKEND"]
    if not backend.endswith("smtp.EmailBackend"):
        options = {"file_path": said["EMAIL_FILE_PATH"]} if backend.endswith("filebased.EmailBackend") else {}
        return {"default": {"BACKEND": backend, "OPTIONS": options}}
    options = {
        "host": said["EMAIL_HOST"],
        "port": said["EMAIL_PORT"] or (587 if said.get("EMAIL_USE_TLS") else 25),
        "username": said["EMAIL_HOST_USER"] or "",
        "password": said["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": bool(said.get("EMAIL_USE_TLS")),
        "use_ssl": bool(said.get("EMAIL_USE_SSL")),
        "timeout": 10,
    }
    return {"default": {"BACKEND": backend, "OPTIONS": options}}
