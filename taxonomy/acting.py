"""From which network address the person at work is asking. The site's middleware sets it; elsewhere there is none."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_address: ContextVar[str | None] = ContextVar("address_of_request", default=None)


def current_address() -> str | None:
    """The address of the request that is being answered; None in a command or a reader's request."""
    return _address.get()


@contextmanager
def asking_from(address: str | None) -> Iterator[None]:
    """Whatever is logged inside is logged as asked from this address."""
    token = _address.set(address)
    try:
        yield
    finally:
        _address.reset(token)
