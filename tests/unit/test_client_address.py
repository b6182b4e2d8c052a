"""X-Forwarded-For is believed of our own proxies only."""

import pytest

from nqpf.client_address import client_address, networks

PROXIES = networks(["127.0.0.1", "10.0.0.0/8"])


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("", "198.51.100.1", None),
        ("fe80::1%eth0", "", "fe80::1"),
    ],
)
def test_whose_address(remote: str, forwarded: str, address: str | None) -> None:
    assert client_address(remote, forwarded, PROXIES) == address


def test_a_network_that_is_none_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        networks(["my-proxy"])
