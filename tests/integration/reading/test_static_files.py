"""Static files, and what is not there: with the headers of the site, and nothing from outside the folder."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    (tmp_path / "static" / "reading").mkdir(parents=True)
    (tmp_path / "static" / "reading" / "site.css").write_text("p { color: black }")
    (tmp_path / "secret").write_text("secret")


def test_a_file_may_be_kept_for_a_minute_and_is_not_sent_again() -> None:
    first = Client().get("/static/reading/site.css")
    assert b"".join(first) == b"p { color: black }"
    assert first["Content-Type"].startswith("text/css")
    assert first["Cache-Control"] == "public, max-age=60"
    again = Client().get("/static/reading/site.css", headers={"if-modified-since": first["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    ["none.css", "reading/", "reading", "../secret", "%2e%2e/secret", "reading/..%2f..%2fsecret", "a%00b"],
)
def test_what_is_not_there_is_a_page_of_the_site(path: str) -> None:
    response = Client().get(f"/static/{path}")
    assert response.status_code == 404
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_nothing_can_be_sent_to_it() -> None:
    assert Client(enforce_csrf_checks=False).post("/static/reading/site.css").status_code == 405
