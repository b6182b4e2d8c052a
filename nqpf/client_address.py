"""From which network address a request comes. Pure, no Django."""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


def networks(texts: Iterable[str]) -> list[Network]:
    """Networks as a person writes them; a mistake is a ValueError at the start."""
    return [ip_network(text.strip(), strict=False) for text in texts if text.strip()]


def client_address(remote: str, forwarded: str, trusted: Sequence[Network]) -> str | None:
    """The address that our own proxies saw, or the peer's where it is none of them.

    `X-Forwarded-For` is read from its end: each trusted proxy vouches for the entry before its own.
    """
    found = None
    for text in [remote, *reversed(forwarded[-1000:].split(","))]:
        try:
            address = ip_address(text.strip())
        except ValueError:
            break
        address = getattr(address, "ipv4_mapped", None) or address
        found = str(address).partition("%")[0]
        if not any(address in network for network in trusted):
            break
    return found
