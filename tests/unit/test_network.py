import socket

import pytest

from tests.network import NetworkRefusedError


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("203.0.113.5", 443)])
def test_connecting_to_another_machine_is_refused(address: tuple[str, int]) -> None:
    with socket.socket() as connection, pytest.raises(NetworkRefusedError):
        connection.connect(address)


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(NetworkRefusedError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_sending_a_datagram_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as connection, pytest.raises(NetworkRefusedError):
        connection.sendto(b"", ("192.0.2.1", 53))


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    socket.getaddrinfo("localhost", 80)


def test_a_socket_in_the_file_system_is_open() -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
