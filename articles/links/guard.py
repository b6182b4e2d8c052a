"""Where a link may lead us: to the public internet, by http and https, on their own ports. Pure.

What is checked is what is connected to: the caller opens the connection to the address that this returns, so a name
that answers differently the second time changes nothing.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2000

# Addresses of the older family in the dress of the newer one.
TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))

Resolver = Callable[[str, int], list[str]]


class Refused(Exception):
    """The link leads to where we do not go. The message is a stable code."""


@dataclass(frozen=True, slots=True)
class Target:
    """What to connect to, and what to ask for there."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name.

    Raises:
        OSError: it has none.
    """
    return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(ip: str) -> bool:
    """Whether an address belongs to the public internet, also when it hides in an address of the other family."""
    try:
        address: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None or address in TRANSLATED[0] or address in TRANSLATED[1]:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def target_of(
    url: str, *, resolve: Resolver = resolved, allowed: Callable[[str], bool] = is_public
) -> Target:
    """What a link leads to. Every address of the name has to be allowed.

    Raises:
        Refused: scheme, port, user part, or an address that is not public.
        OSError: the name has no address.
    """
    if len(url) > LONGEST_ADDRESS or any(letter <= " " or letter == "\x7f" for letter in url):
        raise Refused("malformed")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        name = host.encode("idna").decode() if host and not host.isascii() else host
    except ValueError as error:
        raise Refused("malformed") from error
    if parts.scheme not in PORTS or not name:
        raise Refused("scheme")
    if parts.username is not None or port not in (None, PORTS[parts.scheme]):
        raise Refused("port")
    port = port or PORTS[parts.scheme]
    ips = resolve(name, port)
    if not ips or not all(allowed(ip) for ip in ips):
        raise Refused("not-public")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, name, port, ips[0], path)
