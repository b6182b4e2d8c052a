"""What a request costs inside the process: statements, time of the processor, and the database alone."""

import time
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.benchmarks.client import Question
from tests.benchmarks.loading import EDITOR, PASSWORD

REPEATS = 20


class Cost(NamedTuple):
    """Of one request. Times in milliseconds.

    Attributes:
        statements: how many the database was asked, the most of all requests.
        processor: time of the processor in our process.
        database: time until the database has answered the same statements, asked with nothing around them.
    """

    statements: int
    processor: float
    database: float


def cost_of(questions: Sequence[Question], *, signed_in: bool) -> Cost:
    """The mean over some requests, after each has been asked once."""
    client = Client(SERVER_NAME="127.0.0.1")
    if signed_in:
        client.login(username=EDITOR, password=PASSWORD)
    asked = [_statements(client, question) for question in questions]
    started = time.process_time()
    for _ in range(REPEATS):
        for question in questions:
            _ask(client, question)
    processor = (time.process_time() - started) / REPEATS / len(questions)
    database = sum(_replayed(each) for each in asked) / len(asked)
    return Cost(max(map(len, asked)), processor * 1000, database * 1000)


def _ask(client: Client, question: Question) -> None:
    headers = {"If-None-Match": question.etag} if question.etag else {}
    response = client.get(question.path, headers=headers)
    b"".join(response) if response.streaming else response.content


def _statements(client: Client, question: Question) -> list[str]:
    """Those of the second time, when what a worker keeps is warm."""
    _ask(client, question)
    with CaptureQueriesContext(connection) as captured:
        _ask(client, question)
    found = [each["sql"] for each in captured.captured_queries if each["sql"]]
    return [sql for sql in found if sql.lstrip("( ").upper().startswith(("SELECT", "WITH"))]


def _replayed(statements: Sequence[str]) -> float:
    """Seconds for the statements as they stand, their values written into them."""
    with connection.cursor() as cursor:
        started = time.perf_counter()
        for _ in range(REPEATS):
            for sql in statements:
                cursor.cursor.execute(sql)
                cursor.cursor.fetchall()
        return (time.perf_counter() - started) / REPEATS
