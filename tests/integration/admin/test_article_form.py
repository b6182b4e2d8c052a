"""The article form: what it shows, and that a stale save loses nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from articles.citations.models import Agent
from articles.editions.models import Edition
from articles.revisions.models import Revision
from articles.writing.models import Article
from taxonomy.models import Keyword

FORM = "/admin/articles/article/{}/change/"
INLINES = {
    f"{prefix}-{name}": value
    for prefix in ("contributions", "keyword_rows")
    for name, value in {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}.items()
}


def posted(article: Article, **changes: Any) -> dict[str, Any]:
    fields = {
        "title": article.title,
        "standfirst": article.standfirst,
        "body": article.body,
        "language": article.language,
        "slug": article.slug,
        "issued": article.issued,
        "publication": article.publication_id or "",
        "version": article.version,
        "_continue": "Save",
    }
    return {**fields, **INLINES, **changes}


def test_the_form_tells_state_and_figures_and_what_is_revised(at_desk: Client, article: Article) -> None:
    page = at_desk.get(FORM.format(article.pk)).content.decode()
    assert "Edition 1 is live." in page
    assert "10 figures: 8 hold, 2 revised since" in page
    assert "Print 3,335.71 billion" in page
    assert "Nothing blocks publishing. 2 figures ask to be confirmed." in page


def test_no_inline_script_or_style_and_no_import_map(at_desk: Client, article: Article) -> None:
    response = at_desk.get(FORM.format(article.pk))
    page = response.content.decode()
    assert "importmap" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "nonce" not in response["Content-Security-Policy"]


def test_fields_of_an_urdu_article_are_urdu_and_right_to_left(at_desk: Client, article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(language="ur")
    page = at_desk.get(FORM.format(article.pk)).content.decode()
    title = page[page.index('<textarea name="title"') :].split(">")[0]
    assert 'lang="ur"' in title
    assert 'dir="rtl"' in title


def test_a_save_moves_the_version_on_and_keeps_a_revision(at_desk: Client, article: Article) -> None:
    response = at_desk.post(FORM.format(article.pk), posted(article, title="A new title"))
    assert response.status_code == 302
    saved = Article.objects.get(pk=article.pk)
    assert (saved.title, saved.version) == ("A new title", article.version + 1)
    revision = Revision.objects.get(article=article, version=saved.version)
    assert revision.snapshot["title"] == "A new title"
    assert revision.saved_by is not None
    page = at_desk.get(f"/admin/articles/article/{article.pk}/revisions/{article.version + 1}/")
    assert page.status_code == 200


def test_script_in_a_posted_body_is_not_stored(at_desk: Client, article: Article) -> None:
    body = '<p onclick="x()">A<script>alert(1)</script> <a href="javascript:x()">b</a></p>'
    at_desk.post(FORM.format(article.pk), posted(article, body=body))
    stored = Article.objects.get(pk=article.pk).body
    assert "script" not in stored
    assert "onclick" not in stored


def test_saving_changes_nothing_for_readers(at_desk: Client, article: Article) -> None:
    before = Edition.objects.get(article=article).etag
    at_desk.post(FORM.format(article.pk), posted(article, title="Private wording"))
    assert Edition.objects.get(article=article).etag == before
    assert Edition.objects.filter(article=article).count() == 1


def test_no_article_is_deleted_by_its_form(at_desk: Client, article: Article) -> None:
    draft = Article.objects.create(slug="draft", title="Draft")
    for each in (article, draft):
        address = f"/admin/articles/article/{each.pk}/delete/"
        assert at_desk.post(address, {"post": "yes"}).status_code == 403
        assert Article.objects.filter(pk=each.pk).exists()


def test_a_new_article_starts_as_a_draft_of_its_writer(at_desk: Client, editor: User) -> None:
    fields = {"title": "New", "slug": "new", "language": "en", "body": "<p>Text</p>", "_continue": "Save"}
    response = at_desk.post("/admin/articles/article/add/", {**fields, **INLINES})
    assert response.status_code == 302
    made = Article.objects.get(slug="new")
    assert made.created_by == editor
    assert made.revisions.count() == 1


@pytest.mark.parametrize("count", [1, 60])
def test_the_list_asks_at_most_ten_queries_at_any_size(
    at_desk: Client, article: Article, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Article.objects.bulk_create(
        Article(slug=f"a-{n}", title=f"Article {n}", body="<p>x</p>") for n in range(count)
    )
    with django_assert_max_num_queries(10):
        page = at_desk.get("/admin/articles/article/", {"q": "quality"})
    assert "2 revised since" in page.content.decode()


@pytest.mark.parametrize(
    ("state", "found"), [("draft", "A draft"), ("published", "New quality"), ("changed", "A changed")]
)
def test_the_list_is_filtered_by_state(at_desk: Client, article: Article, state: str, found: str) -> None:
    Article.objects.create(slug="a-draft", title="A draft")
    if state == "changed":
        at_desk.post(FORM.format(article.pk), posted(article, title="A changed title"))
    page = at_desk.get("/admin/articles/article/", {"state": state}).content.decode()
    assert found in page
    assert ("3 articles" if state == "published" else "1 article") in page


def test_a_keyword_added_without_a_position_comes_last(at_desk: Client, article: Article) -> None:
    keyword = Keyword.objects.create(slug="exports", name="Exports")
    rows = {
        "keyword_rows-TOTAL_FORMS": "1",
        "keyword_rows-0-article": article.pk,
        "keyword_rows-0-keyword": keyword.pk,
        "keyword_rows-0-position": "0",
    }
    article.keyword_rows.all().delete()
    at_desk.post(FORM.format(article.pk), posted(article, **rows))
    assert [(row.keyword, row.position) for row in article.keyword_rows.all()] == [(keyword, 1)]


def test_the_form_asks_no_query_for_each_row(at_desk: Client, article: Article) -> None:
    at_desk.get(FORM.format(article.pk))  # what a worker keeps is warm
    with CaptureQueriesContext(connection) as few:
        at_desk.get(FORM.format(article.pk))
    for n in range(20):
        keyword = Keyword.objects.create(slug=f"k-{n}", name=f"Keyword {n}")
        article.keyword_rows.create(keyword=keyword, position=50 + n)
        agent = Agent.objects.create(slug=f"a-{n}", name=f"Writer {n}")
        article.contributions.create(agent=agent, position=50 + n)
    with CaptureQueriesContext(connection) as many:
        page = at_desk.get(FORM.format(article.pk)).content.decode()
    # What a worker keeps for some seconds may be read anew in between; forty rows would cost forty.
    assert len(many) <= len(few) + 2
    assert '<option value="' in page
    for name in ("Keyword 19", "Writer 19"):
        assert f"selected>{name}</option>" in page
