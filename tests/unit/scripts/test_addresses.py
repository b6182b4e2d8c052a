import socket

import pytest

from scripts.addresses import Address, AddressError, address_from, refuse_if_taken


def test_nothing_set_means_loopback_and_port_8000() -> None:
    assert address_from({}).url == "http://127.0.0.1:8000/"


def test_port_and_host_are_read_from_the_environment() -> None:
    assert address_from({"PORT": "9001", "HOST": "localhost"}) == Address("localhost", 9001)


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1", "80.5", "²"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(AddressError, match="PORT has to be a number from 1 to 65535"):
        address_from({"PORT": port})


def test_a_site_open_to_every_interface_is_shown_by_an_address_that_opens() -> None:
    assert Address("0.0.0.0", 8000).url == "http://127.0.0.1:8000/"  # noqa: S104 (shown, not bound)
    assert Address("::", 8000).url == "http://[::1]:8000/"


def test_a_taken_port_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(AddressError) as refused:
            refuse_if_taken(Address("127.0.0.1", port))
    assert (
        str(refused.value)
        == f"Port {port} is taken: end what uses it, or choose another, as in `make run PORT=8001`."
    )


def test_a_free_port_stays_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    refuse_if_taken(Address("127.0.0.1", port))
    refuse_if_taken(Address("127.0.0.1", port))
