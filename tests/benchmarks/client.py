"""A client that asks for a bounded time: wrk where it is installed, else threads of Python."""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse
from http.cookies import SimpleCookie
from pathlib import Path
from typing import NamedTuple

SCRIPT = Path(__file__).with_name("paths.lua")
PATIENCE = 30


class Answer(NamedTuple):
    status: int
    etag: str
    text: str
    size: int


class Question(NamedTuple):
    """A request: an address, and the validator that the client already has."""

    path: str
    etag: str = ""


class Window(NamedTuple):
    """What a stretch of asking came to. Times in milliseconds."""

    requests: int
    seconds: float
    errors: int
    p50: float
    p99: float

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


class WrongAnswer(Exception):
    """The server answers something else than what is to be measured."""


def ask(base: str, question: Question, cookie: str = "") -> Answer:
    """One request on a connection of its own."""
    connection = _connection(base)
    connection.request("GET", question.path, headers=_headers(question, cookie))
    response = connection.getresponse()
    content = response.read()
    connection.close()
    etag = response.headers.get("ETag", "")
    return Answer(response.status, etag, content.decode("utf-8", "replace"), len(content))


def sign_in(base: str, user: str, password: str) -> str:
    """The cookies of somebody who signed in to the admin."""
    jar: SimpleCookie = SimpleCookie()
    connection = _connection(base)
    address = "/admin/login/"
    connection.request("GET", address)
    page = connection.getresponse()
    text = page.read().decode()
    for line in page.headers.get_all("Set-Cookie") or []:
        jar.load(line)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    form = {"csrfmiddlewaretoken": token[1] if token else "", "username": user, "password": password}
    headers = {"Cookie": _cookies(jar), "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", address, urllib.parse.urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    for line in answer.headers.get_all("Set-Cookie") or []:
        jar.load(line)
    if answer.status != http.client.FOUND:
        raise WrongAnswer(f"signing in answers {answer.status}")
    return _cookies(jar)


def run(
    base: str, questions: list[Question], *, seconds: float, connections: int, cookie: str = ""
) -> Window:
    """Ask for so long on so many connections, in the order given, round and round."""
    if shutil.which("wrk"):
        return _run_wrk(base, questions, seconds, connections, cookie)
    return _run_threads(base, questions, seconds, connections, cookie)


def _run_wrk(base: str, questions: list[Question], seconds: float, connections: int, cookie: str) -> Window:
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.writelines(f"{each.path}\t{each.etag}\n" for each in questions)
        file.flush()
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{max(1, round(seconds))}s",
            "--timeout",
            f"{PATIENCE}s",
        ]
        done = subprocess.run(
            [*command, "-s", str(SCRIPT), base],
            env={**os.environ, "BENCH_PATHS": file.name, "BENCH_COOKIE": cookie},
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + 2 * PATIENCE,
        )
    found = re.search(r"RESULT (\{.*\})", done.stdout)
    if not found:
        raise WrongAnswer(f"wrk measured nothing: {done.stderr.strip() or done.stdout.strip()}")
    told = json.loads(found[1])
    microseconds = told["microseconds"]
    return Window(
        told["requests"], microseconds / 1e6, told["errors"], told["p50"] / 1000, told["p99"] / 1000
    )


def _run_threads(
    base: str, questions: list[Question], seconds: float, connections: int, cookie: str
) -> Window:
    times: list[float] = []
    errors: list[int] = []
    started = time.perf_counter()
    threads = [
        threading.Thread(
            target=_ask_until,
            args=(base, questions[n::connections] or questions, started + seconds, cookie, times, errors),
        )
        for n in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - started
    ordered = sorted(times) or [0.0]
    p99 = ordered[int(len(ordered) * 0.99)]
    return Window(len(times), spent, len(errors), statistics.median(ordered) * 1000, p99 * 1000)


def _ask_until(
    base: str, questions: list[Question], until: float, cookie: str, times: list[float], errors: list[int]
) -> None:
    connection, n = _connection(base), 0
    while time.perf_counter() < until:
        question = questions[n % len(questions)]
        n += 1
        asked = time.perf_counter()
        try:
            connection.request("GET", question.path, headers=_headers(question, cookie))
            response = connection.getresponse()
            response.read()
            wanted = http.client.NOT_MODIFIED if question.etag else http.client.OK
            if response.status != wanted:
                errors.append(response.status)
        except (OSError, http.client.HTTPException):
            errors.append(0)
            connection = _connection(base)
        times.append(time.perf_counter() - asked)
    connection.close()


def _connection(base: str) -> http.client.HTTPConnection:
    parts = urllib.parse.urlsplit(base)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)


def _headers(question: Question, cookie: str) -> dict[str, str]:
    headers = {"Accept": "*/*"}
    if cookie:
        headers["Cookie"] = cookie
    if question.etag:
        headers["If-None-Match"] = question.etag
    return headers


def _cookies(jar: SimpleCookie) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())
