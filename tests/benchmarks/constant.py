"""The most that a server of Python can do: a constant of an article's size, without any framework."""

from collections.abc import Callable, Iterable
from typing import Any

BODY = b"<!doctype html>".ljust(30_000, b"x")
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(BODY)))]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """A WSGI application."""
    start_response("200 OK", HEADERS)
    return [BODY]
