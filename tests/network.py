"""Keeps tests on this machine: whatever reaches for another fails loudly, wherever in the code it happens."""

import ipaddress
import socket
import sys
from typing import Any

from django.core.mail.utils import DNS_NAME

LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
CONVERSATIONS = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class NetworkRefusedError(Exception):
    """A test tried to leave loopback. Not an OSError, so that no retry or fall-back swallows it."""


def allow_only_loopback() -> None:
    """Refuses other hosts for the rest of this process: an audit hook cannot be taken away again."""
    sys.addaudithook(_refuse_strangers)


def _refuse_strangers(event: str, arguments: tuple[Any, ...]) -> None:
    if event in LOOKUPS:
        _refuse_unless_loopback(arguments[0])
    elif event in CONVERSATIONS:
        connection, address = arguments[0], arguments[1]
        if connection.family in (socket.AF_INET, socket.AF_INET6) and address:
            _refuse_unless_loopback(address[0])


def _refuse_unless_loopback(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return
    try:
        local = ipaddress.ip_address(name).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NetworkRefusedError(f"A test tried to reach {name}: tests reach nothing but loopback.")


def name_this_machine() -> None:
    """Message ids carry the name of the machine, which Django looks up once: tests need none from outside."""
    DNS_NAME._fqdn = "localhost"
