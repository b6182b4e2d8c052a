"""Outgoing links: what is collected, where nobody is asked, what is remembered."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from articles.links.asking import Answer, ask
from articles.links.checking import check_links
from articles.links.collecting import links_in
from articles.links.guard import Refused, Target, is_public, target_of
from articles.links.models import OutgoingLink
from articles.workflow.actions import withdraw
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

PAGES = {"/ok": 200, "/gone": 404, "/busy": 503, "/login": 401, "/only-get": 200}


class Pages(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self._answer(head=True)

    def do_GET(self) -> None:
        self._answer(head=False)

    def _answer(self, *, head: bool) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
        else:
            self.send_response(405 if head and self.path == "/only-get" else PAGES.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture
def place() -> Iterator[Any]:
    """A guard that knows one host, on loopback; everything else is as strict as ever."""
    server = HTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()

    def guard(url: str) -> Target:
        names = {"pages.example": ["93.184.216.34"]}
        target = target_of(url, resolve=lambda host, _port: names.get(host, [host]))
        return Target(target.scheme, target.host, server.server_port, "127.0.0.1", target.path)

    yield guard
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/ok", "ok"), ("/gone", "broken"), ("/busy", "unknown"), ("/login", "unknown"), ("/only-get", "ok"),
        ("/to//ok", "ok"), ("/to//gone", "broken"), ("/round", "broken"),
        ("/to/http://127.0.0.1/ok", "refused"), ("/to/http://169.254.169.254/", "refused"),
        ("/to/file:///etc/passwd", "refused"), ("/to/http://[::ffff:10.0.0.1]/", "refused"),
    ],
)  # fmt: skip
def test_how_it_ends(place: Any, path: str, state: str) -> None:
    assert ask(f"http://pages.example{path}", guard=place).state == state


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",  # noqa: S104
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "nonsense",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(ip: str) -> None:
    assert not is_public(ip)


def test_public_addresses() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:4700::1111")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "http://example.org:22/", "https://example.org:80/",
        "http://user@example.org/", "http:///x", "http://[::1", "http://exa mple.org/", "http://a\r\nb/",
        "http://2130706433/", "http://example.org/" + "x" * 2000, "http://127.1/", "gopher://x/",
    ],
)  # fmt: skip
def test_links_that_are_not_followed(url: str) -> None:
    with pytest.raises(Refused):
        target_of(url, resolve=lambda _host, _port: ["127.0.0.1"])


def test_a_name_with_one_private_address_is_not_followed() -> None:
    with pytest.raises(Refused):
        target_of("http://example.org/", resolve=lambda _host, _port: ["93.184.216.34", "10.0.0.1"])


def test_the_name_is_asked_once_for_each_step() -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    target = target_of("http://example.org/", resolve=resolve)
    assert (target.ip, asked) == ("93.184.216.34", ["example.org"])


def test_what_counts_as_a_link() -> None:
    body = (
        '<p><a href="https://a.example/?x=1&amp;y=2#part">a</a><a href="/articles/x/">b</a>'
        '<a href="mailto:x@y">c</a><a href="https://a.example/?x=1&amp;y=2">d</a><a href="http://[">e</a></p>'
    )
    assert links_in(body, "http://b.example/") == ["http://b.example/", "https://a.example/?x=1&y=2"]


@pytest.mark.django_db
def test_only_links_of_current_editions_are_asked_and_told() -> None:
    article = an_article('<p><a href="https://a.example/1">a</a></p>', url="https://b.example/")
    published(article)
    states = {"https://a.example/1": Answer("broken", 404), "https://b.example/": Answer("ok", 200)}
    assert check_links(at=FEBRUARY, asking=states.__getitem__) == {"broken": 1, "ok": 1}
    [link] = OutgoingLink.objects.broken(FEBRUARY)
    assert (link.url, link.since) == ("https://a.example/1", FEBRUARY)
    withdraw(article, by=None, at=MARCH, reason="x")
    assert not OutgoingLink.objects.broken(MARCH).exists()
    assert not check_links(at=MARCH, asking=states.__getitem__)


@pytest.mark.django_db
def test_what_fails_is_asked_later_each_time_and_keeps_since_when() -> None:
    published(an_article(url="https://b.example/"))
    at, waits = JANUARY, []
    for _n in range(5):
        check_links(at=at, asking=lambda _url: Answer("unknown"))
        link = OutgoingLink.objects.get()
        assert link.next_at is not None
        waits.append(link.next_at - at)
        at = link.next_at
    assert waits == sorted(waits)
    assert waits[0] == timedelta(hours=12)
    assert link.state == "broken"
    check_links(at=at, asking=lambda _url: Answer("ok", 200))
    link.refresh_from_db()
    assert (link.state, link.since, link.failures) == ("ok", at, 0)


@pytest.mark.django_db
def test_a_host_is_left_in_peace_between_two_questions() -> None:
    links = "".join(f'<a href="https://a.example/{n}">{n}</a>' for n in range(30))
    published(an_article(f"<p>{links}</p>"))
    pauses: list[float] = []
    done = check_links(
        at=FEBRUARY, asking=lambda _url: Answer("ok", 200), pause=pauses.append, clock=lambda: 0.0
    )
    assert done == {"ok": 20}
    assert pauses == [1.0] * 19
    assert check_links(at=FEBRUARY, most=5, asking=lambda _url: Answer("ok", 200), pause=pauses.append) == {
        "ok": 5
    }
