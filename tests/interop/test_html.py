"""Every kind of page is valid HTML, as two checkers read it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.interop.addresses import PAGES, REFUSALS
from tests.interop.conftest import Answers

PLACES = ("node_modules/vnu-jar/build/dist/vnu.jar", "/usr/share/java/vnu.jar")


def checker() -> Path | None:
    """The Nu HTML checker, where somebody has put it (`VNU_JAR`, or the npm package vnu-jar)."""
    named = [os.environ["VNU_JAR"]] if "VNU_JAR" in os.environ else []
    found = [Path(each) for each in (*named, *PLACES) if Path(each).is_file()]
    return found[0] if found and shutil.which("java") else None


def test_every_address_answers_as_it_should(answers: Answers) -> None:
    given = {address: answer.status for address, answer in answers.items()}
    assert given == {address: REFUSALS.get(address, 200) for address in answers}


def test_a_strict_parser_finds_no_error(answers: Answers) -> None:
    import html5lib

    for address in (*PAGES, *REFUSALS):
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parse(answers[address].text)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{address}: {error} {parser.errors}")


@pytest.mark.skipif(
    checker() is None, reason="needs Java and the Nu HTML checker: set VNU_JAR to its vnu.jar"
)
def test_the_nu_html_checker_finds_nothing(answers: Answers, tmp_path: Path) -> None:
    names = {}
    for n, address in enumerate((*PAGES, *REFUSALS)):
        file = tmp_path / f"{n}.html"
        file.write_bytes(answers[address].body)
        names[file.as_uri()] = address
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
