"""Brings the database, the seed, the first editor and the static files into being. Safe to repeat."""

import os
import secrets
import signal
import sys

import django
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.serializers.base import DeserializationError

from nqpf.env import env
from scripts.freshness import ROOT, remember_prepared
from scripts.password import password_file

EDITOR = "editor"


def prepare() -> None:
    """Migrates, loads the seed into an empty database, makes one superuser, gathers static files."""
    print("Preparing the database", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    if not apps.get_model("articles", "Article")._default_manager.exists():
        print("Loading the seed", flush=True)
        call_command("loaddata", "seed", verbosity=1)
    make_first_editor()
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    remember_prepared()


def make_first_editor() -> None:
    """One superuser with a random password, told once and kept in `var/`; nothing if there is a superuser."""
    people = get_user_model()._default_manager
    if people.filter(is_superuser=True).exists():
        return
    password = secrets.token_urlsafe(12)
    people.create_superuser(EDITOR, password=password)
    kept = password_file(ROOT / "var", env.str("DATABASE_URL", default=""))
    kept.unlink(missing_ok=True)
    handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(password + "\n")
    print(f"Made the superuser “{EDITOR}” with the password {password}")
    print(f"It is shown this once and kept in {kept.relative_to(ROOT)}.", flush=True)


def main() -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a traceback; transactions roll back
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")
    (ROOT / "var").mkdir(exist_ok=True)
    django.setup()
    try:
        prepare()
    except (CommandError, DeserializationError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
