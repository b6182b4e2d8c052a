"""Every kind of page is valid HTML, as two checkers read it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.urls import Resolver404, URLResolver, get_resolver, resolve

from tests.interop.addresses import REFUSALS
from tests.interop.conftest import Answer, Answers

# The admin and the API have validators of their own; the health check is for machines.
NOT_FOR_READERS = ("admin/", "api/", "^api", "static/", "healthz")
PLACES = ("node_modules/vnu-jar/build/dist/vnu.jar", "/usr/share/java/vnu.jar")


def checker() -> Path | None:
    """The Nu HTML checker, where somebody has put it (`VNU_JAR`, or the npm package vnu-jar)."""
    named = [os.environ["VNU_JAR"]] if "VNU_JAR" in os.environ else []
    found = [Path(each) for each in (*named, *PLACES) if Path(each).is_file()]
    return found[0] if found and shutil.which("java") else None


def pages(answers: Answers) -> dict[str, Answer]:
    """Whatever is HTML, by its address or name."""
    return {name: answer for name, answer in answers.items() if answer.type.startswith("text/html")}


def test_every_address_answers_as_it_should(answers: Answers) -> None:
    given = {name: answer.status for name, answer in answers.items()}
    other = REFUSALS | {"/unapi": 200, "a closed preview": 404}
    other |= {name: 422 for name in answers if name.endswith("without a text")}
    assert given == {name: other.get(name, 200) for name in answers}


def test_no_kind_of_page_is_forgotten(answers: Answers) -> None:
    """Whoever adds an address for readers adds one to `addresses.py` or `library.py`."""
    asked = set()
    for answer in answers.values():
        with suppress(Resolver404):
            asked.add(resolve(answer.address.partition("?")[0]).route)
    missing = set(routes(get_resolver().url_patterns)) - asked
    assert not missing


def routes(patterns: Sequence[Any], stem: str = "") -> Iterator[str]:
    """Every address for readers, as the resolver writes it."""
    for each in patterns:
        whole = stem + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, whole)
        elif not whole.startswith(NOT_FOR_READERS):
            yield whole


def test_a_strict_parser_finds_no_error(answers: Answers) -> None:
    import html5lib

    for name, answer in pages(answers).items():
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parse(answer.text)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{name}: {error} {parser.errors}")


@pytest.mark.skipif(
    checker() is None, reason="needs Java and the Nu HTML checker: set VNU_JAR to its vnu.jar"
)
def test_the_nu_html_checker_finds_nothing(answers: Answers, tmp_path: Path) -> None:
    names = {}
    for n, (name, answer) in enumerate(pages(answers).items()):
        file = tmp_path / f"{n}.html"
        file.write_bytes(answer.body)
        names[file.as_uri()] = name
    found = list(_complaints(tmp_path, names))
    assert not found, "\n".join(found)


def _complaints(folder: Path, names: dict[str, str]) -> Iterator[str]:
    command = [
        "java",
        "-jar",
        str(checker()),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    for each in json.loads(done.stdout)["messages"]:
        told: dict[str, Any] = each
        where = names.get(told["url"].replace("file:/", "file:///", 1), told["url"])
        yield f"{where}: {told['type']}: {told['message']}: {told.get('extract', '')}"
