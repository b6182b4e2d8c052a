"""Who is at work, and from which network address. The site's middleware sets it; in a command there is nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Acting:
    """A request of somebody at work. The person is asked for only when something is logged."""

    address: str | None
    person: Callable[[], Any]


_acting: ContextVar[Acting | None] = ContextVar("acting", default=None)


def current_address() -> str | None:
    """The address of the request that is being answered; None in a command, and where a reader only reads."""
    acting = _acting.get()
    return acting.address if acting else None


def current_person() -> Any:
    """The signed-in person whose request is being answered, or None."""
    acting = _acting.get()
    person = acting.person() if acting else None
    return person if person is not None and person.is_authenticated else None


@contextmanager
def asking_from(address: str | None, person: Callable[[], Any] = lambda: None) -> Iterator[None]:
    """Whatever is logged inside is logged as asked by this person from this address."""
    token = _acting.set(Acting(address, person))
    try:
        yield
    finally:
        _acting.reset(token)
