"""The manual of the API is rendered here, from the schema, under the strict content security policy."""

import re

import pytest
from django.test import Client

from nqpf.api import openapi

pytestmark = pytest.mark.django_db


def test_the_manual_names_every_address_and_parameter() -> None:
    page = Client().get("/api/docs/")
    text = page.content.decode()
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in text
            for parameter in operation["parameters"]:
                assert f"<code>{parameter['name']}</code>" in text


def test_the_manual_runs_nothing_inline_and_asks_nobody_else() -> None:
    page = Client().get("/api/docs/")
    text = page.content.decode()
    assert not re.search(r"<script(?![^>]*src=\"/)|<style|\son\w+=|style=\"|src=\"https?:", text)
    assert "unsafe" not in page["Content-Security-Policy"]


def test_every_type_of_problem_is_explained() -> None:
    text = Client().get("/api/docs/").content.decode()
    for kind in ("bad-parameter", "not-found", "read-only", "not-acceptable", "withdrawn", "server-error"):
        assert f'id="problem-{kind}"' in text


def test_a_known_manual_is_not_sent_again() -> None:
    first = Client().get("/api/docs/")
    again = Client().get("/api/docs/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
