"""Receivers of Django's signals about signing in: one row each."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils import timezone

from articles.audit.models import SignIn
from taxonomy.printable import printable

NAME = 150


def connect() -> None:
    """Listen; once, when the app is ready."""
    user_logged_in.connect(_in, dispatch_uid="articles.audit.in")
    user_logged_out.connect(_out, dispatch_uid="articles.audit.out")
    user_login_failed.connect(_failed, dispatch_uid="articles.audit.failed")


def _in(user: Any, **said: Any) -> None:
    _log(SignIn.Verb.IN, user, user.get_username())


def _out(user: Any, **said: Any) -> None:
    if user is not None:
        _log(SignIn.Verb.OUT, user, user.get_username())


def _failed(credentials: dict[str, Any], **said: Any) -> None:
    _log(SignIn.Verb.FAILED, None, str(credentials.get("username", "")))


def _log(verb: SignIn.Verb, by: Any, name: str) -> None:
    SignIn.objects.create(at=timezone.now(), verb=verb, by=by, name=printable(name)[:NAME])
