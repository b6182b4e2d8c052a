"""Defects that the second review of the main job found."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from articles.citations.models import Publication
from articles.editions.models import Edition
from articles.figures.evidence import all_units
from articles.workflow.actions import cancel_schedule, withdraw
from articles.writing.models import Article
from indicators.catalogue.models import Release, Source, Unit
from indicators.observations.models import Vintage
from nqpf.env import flag
from scripts.password import password_file
from taxonomy.models import Keyword, KeywordLabel, KeywordMatch
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_keyword,
    a_release,
    a_series,
    a_source,
    an_article,
    an_editor,
    figure,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "ftp://example.org/",
    "//evil.example/",
]


def raw(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


class TestAddresses:
    @pytest.mark.parametrize("address", REFUSED)
    def test_only_web_addresses_come_in(self, address: str) -> None:
        article, release = an_article(), a_release()
        ways = (
            lambda: Article.objects.create(slug="x", title="x", url=address),
            lambda: Article.objects.filter(pk=article.pk).update(url=address),
            lambda: Article.objects.bulk_create([Article(slug="y", title="y", url=address)]),
            lambda: Release.objects.filter(pk=release.pk).update(url=address),
            lambda: Source.objects.filter(pk=release.source_id).update(homepage=address),
            lambda: Publication.objects.create(slug="p", title="p", homepage=address),
            lambda: KeywordMatch.objects.create(keyword=a_keyword(), uri=address),
        )
        for way in ways:
            with pytest.raises(ValidationError, match="https://"), transaction.atomic():
                way()

    def test_a_fixture_with_such_an_address_loads_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "bad.yaml"
        file.write_text(
            "- model: articles.article\n  fields: {slug: x, title: x, url: 'javascript:alert(1)'}\n"
        )
        with pytest.raises(CommandError, match=r"articles\.article x.*https://"):
            call_command("loaddata", str(file))

    def test_what_got_in_beneath_django_does_not_come_out(self, client: Client) -> None:
        article = an_article(slug="steel", publication=Publication.objects.create(slug="p", title="Paper"))
        raw("UPDATE articles_article SET url = %s WHERE id = %s", "javascript:alert(1)", article.pk)
        published(Article.objects.get(pk=article.pk))
        assert b"javascript:" not in client.get("/articles/steel/").content
        assert client.get("/api/v1/articles/steel/").json()["source_url"] == ""


class TestNothingIsDeleted:
    def test_the_database_refuses_to_delete_a_vintage(self) -> None:
        vintage = stated(a_series(), "2024", "9.4")
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            raw("DELETE FROM indicators_vintage WHERE id = %s", vintage.pk)
        assert Vintage.objects.filter(pk=vintage.pk).exists()

    def test_the_database_refuses_to_delete_an_edition(self) -> None:
        edition = published(an_article())
        for table in ("articles_editionkeyword", "articles_editionauthor", "articles_searchdocument"):
            raw(f"DELETE FROM {table} WHERE edition_id = %s", edition.pk)
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            raw("DELETE FROM articles_edition WHERE id = %s", edition.pk)
        raw("UPDATE articles_edition SET cancelled_at = %s WHERE id = %s", edition.published_at, edition.pk)
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            raw("DELETE FROM articles_edition WHERE id = %s", edition.pk)

    def test_a_coming_edition_may_be_cancelled(self) -> None:
        article = an_article()
        published(article, published_at=FEBRUARY)
        cancel_schedule(article, by=None, at=JANUARY)
        assert not Edition.objects.exists()


def test_an_observation_is_told_once_on_the_front_page_in_its_language(client: Client) -> None:
    cars = a_series()
    stated(cars, "2024", "9.443")
    body = f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')}</p>"
    original = an_article(body, slug="cars", title="Cars")
    published(original)
    urdu = an_article(body, slug="urdu-cars", title="گاڑیاں", language="ur", translation_of=original)
    published(urdu)
    stated(cars, "2024", "9.5", on=FEBRUARY.date(), at=FEBRUARY)
    for address, there, not_there in (("/", "Cars", "گاڑیاں"), ("/ur/", "گاڑیاں", "Cars")):
        page = client.get(address).content.decode()
        table = page[page.index('<table class="stack">') :].partition("</table>")[0]
        assert table.count("<tr>") == 2  # the head, and one row
        assert there in table
        assert not_there not in table
    assert client.get("/corrections/").content.decode().count("cars/#f1") == 2


@pytest.mark.parametrize(
    "address",
    ["/", "/articles/", "/articles/x/", "/search/", "/feed.atom", "/robots.txt", "/healthz", "/api/docs/"],
)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_is_only_read(address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_changed_unit_judges_at_once() -> None:
    assert all_units()["kW"].factor == 1
    unit = Unit.objects.get(code="kW")
    unit.factor = "2"
    unit.save()
    assert all_units()["kW"].factor == 2
    unit.factor = "1"
    unit.save()


@pytest.mark.parametrize("role", ["hidden", "alternative"])
def test_a_label_from_a_fixture_finds_the_articles_that_carry_the_keyword(
    client: Client, tmp_path: Path, role: str
) -> None:
    published(an_article(slug="steel", keywords=("Trade",)))
    fields = {"keyword": ["trade"], "language": "en", "role": role, "text": "Commerce"}
    file = tmp_path / "label.json"
    file.write_text(json.dumps([{"model": "taxonomy.keywordlabel", "fields": fields}]))
    assert client.get("/api/v1/articles/?q=commerce").json()["results"] == []
    call_command("loaddata", str(file), verbosity=0)
    assert [row["slug"] for row in client.get("/api/v1/articles/?q=commerce").json()["results"]] == ["steel"]


def test_recompiling_finds_labels_that_came_in_beneath(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    published(an_article(slug="steel", keywords=("Trade",)))
    KeywordLabel.objects.create(keyword=Keyword.objects.get(slug="trade"), role="hidden", text="Commerce")
    call_command("recompile")
    call_command("recompile")
    assert capsys.readouterr().out.splitlines() == ["1 of 1 editions changed.", "0 of 1 editions changed."]
    assert client.get("/api/v1/articles/?q=commerce").json()["results"][0]["slug"] == "steel"


class TestFixtureFormats:
    def test_lines_go_through_our_loader(self, tmp_path: Path) -> None:
        file = tmp_path / "one.jsonl"
        record = {
            "model": "articles.article",
            "fields": {"slug": "x", "title": "x", "body": "<script>1</script><p>a</p>"},
        }
        file.write_text(json.dumps(record) + "\n")
        call_command("loaddata", str(file), verbosity=0)
        assert Article.objects.get(slug="x").body == "<p>a</p>"

    @pytest.mark.parametrize("name", ["one.xml", "one.yaml.gz", "one.json.zip"])
    def test_others_are_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("<django-objects version='1.0'></django-objects>")
        with pytest.raises(CommandError, match=r"Nothing was loaded. .*\.yaml"):
            call_command("loaddata", str(tmp_path / name))

    def test_standard_input_is_refused(self) -> None:
        with pytest.raises(CommandError, match="Nothing was loaded"):
            call_command("loaddata", "-", format="json")


class TestFlags:
    def test_neither_true_nor_false_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HTTPS", "maybe")
        with pytest.raises(ImproperlyConfigured, match="HTTPS has to be true or false"):
            flag("HTTPS")

    @pytest.mark.parametrize(
        ("said", "on"), [("true", True), ("ON", True), ("1", True), ("no", False), ("", False)]
    )
    def test_the_usual_words(self, monkeypatch: pytest.MonkeyPatch, said: str, on: bool) -> None:
        monkeypatch.setenv("HTTPS", said)
        assert flag("HTTPS") is on


def test_each_database_has_a_password_file_of_its_own(tmp_path: Path) -> None:
    addresses = (
        "",
        "sqlite:////tmp/one.sqlite3",
        "postgres://a:secret@one/site",
        "postgres://a:secret@two/site",
    )
    files = [password_file(tmp_path, address) for address in addresses]
    assert files[0] == tmp_path / "editor-password"
    assert len(set(files)) == 4
    assert not any("secret" in file.name for file in files)


def test_the_publish_page_of_a_withdrawn_article_does_not_speak_of_a_first_time(client: Client) -> None:
    article = an_article()
    published(article)
    withdraw(article, by=None, at=MARCH, reason="Wrong.")
    client.force_login(an_editor())
    page = client.get(f"/admin/articles/article/{article.pk}/publish/").content.decode()
    assert "for the first time" not in page
    assert "becomes public again" in page


def test_a_source_may_have_no_address() -> None:
    assert a_source().homepage == ""
