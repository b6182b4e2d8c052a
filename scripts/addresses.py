"""Where the site is to be served: read from the environment, refused in one sentence."""

import errno
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass


class AddressError(Exception):
    """The address cannot be served on; the message says why and what to do."""


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @property
    def url(self) -> str:
        """What a person on this machine opens."""
        reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 (a name shown, not bound)
        return f"http://{reachable}:{self.port}/"


def address_from(environment: Mapping[str, str]) -> Address:
    """`HOST` and `PORT`, by default 127.0.0.1 and 8000; raises `AddressError` for a port that is none."""
    port = environment.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise AddressError(f"PORT has to be a number from 1 to 65535, and “{port}” is not.")
    return Address(environment.get("HOST") or "127.0.0.1", int(port))


def refuse_if_taken(address: Address) -> None:
    """Raises `AddressError` unless a server could listen there now: ours would share a port silently."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        socket.create_server((address.host, address.port), family=family).close()
    except OSError as error:
        raise AddressError(_sentence(address, error)) from None


def _sentence(address: Address, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {address.port} is taken: end what uses it, or choose another, as in `make run PORT=8001`."
        )
    reason = os.strerror(error.errno).lower() if error.errno and error.errno > 0 else str(error)
    return f"{address.host} port {address.port} cannot be served on ({reason}): choose another PORT or HOST."
