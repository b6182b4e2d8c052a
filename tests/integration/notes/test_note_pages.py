"""The addresses of notes: for a script that asks for JSON, and as pages without one."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.notes import verbs
from articles.notes.models import Note
from articles.writing.models import Article
from tests.newsroom import JANUARY, an_article, somebody

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def author(client: Client) -> User:
    person = somebody("Author")
    client.force_login(person)
    return person


@pytest.fixture
def article(author: User) -> Article:
    return an_article("<p>Output rose by 30 percent.</p>", created_by=author)


def at(article: Article, rest: str) -> str:
    return f"/admin/articles/article/{article.pk}/notes/{rest}"


def test_a_note_from_a_selection(client: Client, article: Article) -> None:
    given = {"body": "<b>Who</b>? @nobody", "quote": "30 percent", "before": "rose by ", "after": "."}
    answer = client.post(at(article, "add/"), given, headers=JSON)
    told = answer.json()
    assert told["open"] == 1
    assert "&lt;b&gt;Who&lt;/b&gt;" in told["html"]
    assert "Nobody who may see this article is called @nobody." in told["told"]
    assert Note.objects.get().prefix == "rose by"


def test_a_note_without_script_says_what_is_missing(client: Client, article: Article) -> None:
    answer = client.post(at(article, "add/"), {"body": "", "quote": "30 percent"})
    assert "Write what you want to say." in answer.content.decode()
    assert "30 percent" in answer.content.decode()
    done = client.post(at(article, "add/"), {"body": "Words", "quote": "30 percent"})
    assert done["Location"].endswith("/change/#notes")
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "Words" in page
    assert 'data-part="notes-open">1<' in page


def test_answering_and_resolving(client: Client, article: Article, author: User) -> None:
    note = verbs.add(article, "Words", by=author, at=JANUARY)
    assert client.get(at(article, f"{note.pk}/answer/")).status_code == 200
    assert (
        "An answer"
        in client.post(at(article, f"{note.pk}/answer/"), {"body": "An answer"}, headers=JSON).json()["html"]
    )
    assert client.get(at(article, f"{note.pk}/resolve/")).status_code == 405
    assert client.post(at(article, f"{note.pk}/delete/")).status_code == 404
    assert client.post(at(article, f"{note.pk}/resolve/"), headers=JSON).json()["open"] == 0
    again = client.post(at(article, f"{note.pk}/resolve/"), headers=JSON).json()
    assert again["told"] == "This note is resolved already."
    assert client.post(at(article, f"{note.pk}/reopen/")).status_code == 302


def test_a_note_of_another_article_is_not_reached_through_ones_own(client: Client, article: Article) -> None:
    foreign = an_article()
    note = Note.objects.create(article=foreign, body="Secret", created_at=JANUARY)
    for rest in (f"{note.pk}/resolve/", f"{note.pk}/answer/"):
        assert client.post(at(article, rest), {"body": "x"}, headers=JSON).status_code == 404
        assert client.post(at(foreign, rest), {"body": "x"}, headers=JSON).status_code == 404
    assert Note.objects.count() == 1


def test_an_answer_is_not_resolved_by_itself(client: Client, article: Article, author: User) -> None:
    note = verbs.add(article, "Words", by=author, at=JANUARY)
    answer = verbs.answer(note, "Words", by=author, at=JANUARY)
    assert client.post(at(article, f"{answer.pk}/resolve/"), headers=JSON).status_code == 404


@pytest.mark.parametrize("typed", ["", "ed", "\0", "%", "x" * 1000])
def test_names_to_mention(client: Client, article: Article, typed: str) -> None:
    somebody("Editor")
    somebody("Author", "editha")
    told = client.get(at(article, "people/"), {"q": typed}).json()["people"]
    names = {"": ["author", "editor"], "ed": ["editor"]}.get(typed, [])
    assert [each["name"] for each in told] == names


@pytest.mark.parametrize("given", [{"body": "x\0"}, {"body": "x" * 4001}, {"body": "x", "quote": "y" * 1001}])
def test_bad_input_gets_a_sentence(client: Client, article: Article, given: dict[str, str]) -> None:
    answer = client.post(at(article, "add/"), given, headers=JSON)
    assert answer.status_code == 400
    assert answer.json()["problem"]
    assert not Note.objects.exists()
