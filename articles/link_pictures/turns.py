"""Drawing pixels takes a processor for a while: one picture is drawn at a time in a process, whoever asks."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpResponse

# How long a request waits for another one's picture, in seconds.
PATIENCE = 1.0

_one_at_a_time = threading.Lock()


class Busy(Exception):
    """Somebody else's picture is being drawn. Ask again in a moment."""


@contextmanager
def turn() -> Iterator[None]:
    """Draw within it.

    Raises:
        Busy: another picture is being drawn, and was not done in time.
    """
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        _one_at_a_time.release()


def ask_again() -> HttpResponse:
    """What is answered to those who could not wait."""
    later = {"Retry-After": "2", "Cache-Control": "no-store"}
    return HttpResponse(
        "Busy. Ask again.\n", status=503, content_type="text/plain; charset=utf-8", headers=later
    )
