"""Programs take clippings in as people do: behind a key, bounded, and never twice."""

import json
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.intake.models import Clipping
from articles.writing.models import Article
from tests.integration.intake.test_intake import CARS, WORDS
from tests.newsroom import a_series, an_article, somebody, stated

pytestmark = pytest.mark.django_db
CLIPPINGS = "/api/v1/clippings/"


class Program:
    """A client with the key of a person."""

    def __init__(self, person: Any) -> None:
        out = StringIO()
        call_command("api_key", person.username, stdout=out)
        self.key, self.client = out.getvalue().strip(), Client()

    def ask(self, method: str, address: str, told: Any = None, status: int = 200) -> Any:
        answer = self.client.generic(
            method,
            address,
            told if isinstance(told, bytes) else (b"" if told is None else json.dumps(told).encode()),
            content_type="application/json",
            headers={"authorization": f"Bearer {self.key}"},
        )
        assert answer.status_code == status, answer.content
        assert answer["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in answer
        return answer.json()


@pytest.fixture
def program() -> Program:
    stated(a_series(), "2024", "9.5")
    return Program(somebody("Editor"))


def test_from_the_words_to_the_article(
    program: Program, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = program.ask("POST", CLIPPINGS, {"text": WORDS}, 201)
    assert (made["title"], made["recognised"]["issued"], made["article"]) == (
        "Car makers had a good year", "2025-01-20", None
    )  # fmt: skip
    cars, share = made["figures"]
    assert (cars["text"], cars["value"], cars["sure"], share["sure"]) == (
        "9.5 million units",
        "9,500,000",
        True,
        False,
    )
    assert cars["candidates"][0]["reference"] == CARS
    again = program.ask("POST", CLIPPINGS, {"text": WORDS})
    assert (again["id"], Clipping.objects.count()) == (made["id"], 1)
    address = f"{CLIPPINGS}{made['id']}/"
    with django_assert_max_num_queries(8):
        program.ask("GET", address)
    decided = program.ask(
        "PATCH",
        address,
        {
            "accept": "sure",
            "decisions": {share["place"]: {"verb": "reject", "reason": "An opinion"}},
            "fields": {"title": "A good year", "keywords": ["Cars", "Roads"]},
        },
    )
    assert [figure["decision"]["verb"] for figure in decided["figures"]] == ["accept", "reject"]
    assert (decided["title"], decided["recognised"]["keywords"]) == ("A good year", ["Cars", "Roads"])
    done = program.ask("PATCH", address, {"make": True})
    article = Article.objects.get()
    assert (done["article"], article.stage, article.created_by.username) == (article.slug, "draft", "editor")
    assert CARS in article.body
    assert "made already" in program.ask("PATCH", address, {"make": True}, 409)["detail"]


def test_a_file_as_it_stands(program: Program) -> None:
    answer = program.client.post(
        CLIPPINGS,
        {"file": SimpleUploadedFile("cars.txt", WORDS.encode()), "anyway": "true"},
        headers={"authorization": f"Bearer {program.key}"},
    )
    assert (answer.status_code, answer["Location"]) == (201, f"{CLIPPINGS}{Clipping.objects.get().pk}/")
    assert Clipping.objects.get().filename == "cars.txt"
    foreign = program.client.post(
        CLIPPINGS,
        {"file": SimpleUploadedFile("cars.pdf", b"%PDF")},
        headers={"authorization": f"Bearer {program.key}"},
    )
    assert (foreign.status_code, foreign.json()["member"]) == (400, "file")


def test_the_same_citation_is_told_before_anything_is_stored(program: Program) -> None:
    an_article(title="Car makers had a good year", issued="2025-01-20", slug="there")
    assert program.ask("POST", CLIPPINGS, {"text": WORDS}, 409)["articles"] == ["there"]
    assert not Clipping.objects.exists()
    program.ask("POST", CLIPPINGS, {"text": WORDS, "anyway": True}, 201)


@pytest.mark.parametrize(
    ("told", "member"),
    [
        (b"{", ""),
        ([], ""),
        ({}, "text"),
        ({"text": " "}, "text"),
        ({"text": 1}, "text"),
        ({"words": "x"}, "words"),
        ({"text": "x", "anyway": 3}, "anyway"),
        ({"file": "x"}, "text"),
        ({"text": "x " * 400_000}, "text"),
    ],
)
def test_a_body_that_cannot_be_used_names_the_place(program: Program, told: Any, member: str) -> None:
    assert program.ask("POST", CLIPPINGS, told, 400).get("member", "") == member
    assert not Clipping.objects.exists()


@pytest.mark.parametrize(
    ("told", "member"),
    [
        ({"decisions": {"1-2": {"verb": "accept"}}}, "decisions.1-2"),
        ({"decisions": {"CARS": {"verb": "accept"}}}, "decisions.CARS.reference"),
        ({"decisions": {"CARS": {"verb": "delete"}}}, "decisions.CARS.verb"),
        ({"decisions": {"CARS": {"verb": "reject", "why": "x"}}}, "decisions.CARS.why"),
        ({"decisions": []}, "decisions"),
        ({"fields": {"body": "x"}}, "fields.body"),
        ({"fields": {"issued": "soon"}}, "fields.issued"),
        ({"accept": "all"}, "accept"),
    ],
)
def test_decisions_that_cannot_be_used_name_the_place(program: Program, told: Any, member: str) -> None:
    made = program.ask("POST", CLIPPINGS, {"text": WORDS}, 201)
    place = made["figures"][0]["place"]
    if "CARS" in told.get("decisions", ()):
        told = {"decisions": {place: told["decisions"]["CARS"]}}
    found = program.ask("PATCH", f"{CLIPPINGS}{made['id']}/", told, 400)
    assert found["member"] == member.replace("CARS", place)
    assert Clipping.objects.get().decisions == {}


def test_without_a_good_key_nothing_is_told(program: Program) -> None:
    program.ask("POST", CLIPPINGS, {"text": WORDS}, 201)
    person = User.objects.get(username="editor")
    program.client.force_login(person)
    for headers in ({}, {"authorization": "Bearer x"}, {"authorization": f"Basic {program.key}"}):
        answer = program.client.post(
            CLIPPINGS, {"text": WORDS}, content_type="application/json", headers=headers
        )
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    person.set_password("another one, longer")
    person.save()
    program.ask("POST", CLIPPINGS, {"text": WORDS}, 401)
    with pytest.raises(CommandError, match="no active member of staff"):
        call_command("api_key", "nobody")


def test_a_reader_may_not_and_an_author_sees_only_their_own(program: Program) -> None:
    made = program.ask("POST", CLIPPINGS, {"text": WORDS}, 201)
    author = Program(somebody("Author"))
    author.ask("GET", f"{CLIPPINGS}{made['id']}/", status=404)
    assert "Somebody else" in author.ask("POST", CLIPPINGS, {"text": WORDS}, 409)["detail"]
    User.objects.get(username="author").groups.clear()
    author.ask("POST", CLIPPINGS, {"text": "x"}, 403)
    program.ask("GET", CLIPPINGS, status=405)
    program.ask("POST", f"{CLIPPINGS}?colour=red", {"text": "x"}, 400)
