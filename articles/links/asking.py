"""Ask whether something still stands at an address. No more than the head of the answer is read."""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from articles.links.guard import Refused, Target, target_of

SECONDS = 8.0
SECONDS_IN_ALL = 20.0
MOST_HOPS = 5
MOVED = {301, 302, 303, 307, 308}
NOT_BY_HEAD = {400, 403, 404, 405, 406, 501}
GONE = {404, 410}
AGENT = "link-check (asks once in a while whether cited pages still stand)"

Guard = Callable[[str], Target]


@dataclass(frozen=True, slots=True)
class Answer:
    """How it went: `state` is ok, broken, refused or unknown; `status` the HTTP status, 0 without one."""

    state: str
    status: int = 0
    note: str = ""


def ask(url: str, *, guard: Guard = target_of, clock: Callable[[], float] = time.monotonic) -> Answer:
    """Follow a link to its end. Every step is guarded anew."""
    ends = clock() + SECONDS_IN_ALL
    try:
        for _hop in range(MOST_HOPS + 1):
            status, onward = _asked(guard(url), ends, clock)
            if status not in MOVED or not onward:
                return _judged(status)
            url = urljoin(url, onward)
    except Refused as refusal:
        return Answer("refused", note=str(refusal))
    except socket.gaierror:
        return Answer("broken", note="no such host")
    except ssl.SSLCertVerificationError:
        return Answer("broken", note="certificate")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer("unknown", note=type(error).__name__)
    return Answer("broken", note="redirects without end")


def _judged(status: int) -> Answer:
    if status in GONE:
        return Answer("broken", status)
    return Answer("ok" if 200 <= status < 400 else "unknown", status)


def _asked(target: Target, ends: float, clock: Callable[[], float]) -> tuple[int, str]:
    status, onward = _once("HEAD", target, ends - clock())
    # Many servers answer HEAD wrongly; what they say to GET counts.
    return _once("GET", target, ends - clock()) if status in NOT_BY_HEAD else (status, onward)


def _once(method: str, target: Target, left: float) -> tuple[int, str]:
    if left <= 0:
        raise TimeoutError
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _connected(target, min(SECONDS, left))
    try:
        path = quote(target.path, safe="/?&=%:;,@+!*'()~$-._#[]")
        connection.request(
            method, path, headers={"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
        )
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")[:2000]
    finally:
        connection.close()


def _connected(target: Target, seconds: float) -> socket.socket:
    """A connection to the very address that was checked, not to the name once more."""
    plain = socket.create_connection((target.ip, target.port), timeout=seconds)
    if target.scheme != "https":
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
    except OSError:
        plain.close()
        raise
