"""What is kept of somebody who opens a link: the network without its last part, and the class of the browser. Pure."""

import ipaddress
import re

PROGRAM = re.compile(
    r"bot|crawl|spider|preview|scan|curl|wget|python|http|fetch|facebookexternal|slack", re.I
)
PHONE = re.compile(r"Mobi|Android|iPhone|iPad", re.I)


def network_of(address: str) -> str:
    """The /24 of an IPv4 address, the /48 of an IPv6 one; empty for anything else."""
    try:
        found = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    size = 24 if found.version == 4 else 48
    return str(ipaddress.ip_network(f"{found}/{size}", strict=False))


def agent_class(user_agent: str) -> str:
    """`program`, `phone` or `computer`; `unknown` where nothing is said."""
    said = user_agent[:400]
    if not said:
        return "unknown"
    if (PROGRAM.search(said) and "Mozilla/" not in said) or re.search(r"bot|crawl|spider", said, re.I):
        return "program"
    return "phone" if PHONE.search(said) else "computer"
