"""A pasted list tags an article with one save; what it leaves open waits; suggestions are ticked."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from articles.revisions.models import Revision
from articles.writing.models import Article
from taxonomy.models import Keyword
from tests.integration.admin.test_article_form import FORM, posted
from tests.newsroom import a_keyword

RECOGNISE = "/admin/articles/article/keywords/recognise/"
SUGGEST = "/admin/articles/article/keywords/suggest/"


def carried(article: Article) -> list[str]:
    return [row.keyword.name for row in article.keyword_rows.select_related("keyword")]


def test_one_save_tags_with_a_pasted_list(at_desk: Client, article: Article) -> None:
    article.keyword_rows.all().delete()
    page = at_desk.post(
        FORM.format(article.pk), posted(article, pasted_keywords="CPEC； china، Xi Jinping"), follow=True
    )
    assert carried(article) == ["CPEC", "China", "Xi Jinping"]
    assert "Keywords added: CPEC, China, Xi Jinping." in page.content.decode()
    kept = Revision.objects.filter(article=article).latest("version").snapshot["keywords"]
    assert len(kept) == 3


def test_what_is_unknown_waits_and_is_decided_in_the_form(at_desk: Client, article: Article) -> None:
    at_desk.post(FORM.format(article.pk), posted(article, pasted_keywords="China, Space trade, Nonsense"))
    page = at_desk.get(FORM.format(article.pk)).content.decode()
    assert re.findall(r'name="open_term" value="([^"]+)"', page) == ["Space trade", "Nonsense"]
    stored = Article.objects.get(pk=article.pk)
    decided = {"open_term": ["Space trade", "Nonsense"], "choice-1": "create", "choice-2": "skip"}
    at_desk.post(FORM.format(article.pk), posted(stored, **decided))
    assert carried(article)[-1] == "Space trade"
    assert Keyword.objects.get(name="Space trade").status == "candidate"
    assert "open_term" not in at_desk.get(FORM.format(article.pk)).content.decode()


def test_ten_thousand_pasted_keywords_get_a_sentence_and_stay_in_the_field(
    at_desk: Client, article: Article
) -> None:
    many = "\n".join(f"term {n}" for n in range(10_000))
    page = at_desk.post(FORM.format(article.pk), posted(article, pasted_keywords=many, title="Kept title"))
    html = page.content.decode()
    assert page.status_code == 200
    assert "The list has 10000 keywords" in html
    assert "term 9999" in html
    assert "Kept title" in html
    assert Article.objects.get(pk=article.pk).version == article.version


def test_who_may_not_add_keywords_creates_none(client: Client, writer: User, article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(created_by=writer)
    client.force_login(writer)
    client.post(FORM.format(article.pk), posted(article, open_term=["Mars"], **{"choice-1": "create"}))
    assert not Keyword.objects.filter(name="Mars").exists()


def test_the_list_is_recognised_before_it_is_saved(at_desk: Client, article: Article) -> None:
    html = at_desk.post(RECOGNISE, {"text": "中国, <b>Mars</b>"}).content.decode()
    assert "by its label" in html
    assert "&lt;b&gt;Mars&lt;/b&gt;" in html
    assert "Create as a candidate" in html


def test_suggestions_come_from_the_text_and_are_ticked(at_desk: Client, article: Article) -> None:
    gwadar = a_keyword("Gwadar")
    asked = {"title": "Gwadar and China", "body": "<p>Gwadar</p>", "article": article.pk}
    html = at_desk.post(SUGGEST, asked).content.decode()
    assert "Gwadar" in html
    assert "China" not in html
    at_desk.post(FORM.format(article.pk), posted(article, suggested=[gwadar.pk]))
    assert "Gwadar" in carried(article)


@pytest.mark.parametrize("address", [RECOGNISE, SUGGEST])
def test_only_writers_ask(client: Client, article: Article, django_user_model: type, address: str) -> None:
    client.force_login(django_user_model.objects.create_user("looker", is_staff=True))  # type: ignore[attr-defined]
    assert client.post(address, {"text": "China"}).status_code == 403


def test_what_an_article_carries_is_told_only_to_who_may_write_in_it(
    client: Client, article: Article
) -> None:
    author = User.objects.create_user("author", is_staff=True)
    author.groups.add(Group.objects.get(name="Author"))
    client.force_login(author)
    asked = {"title": "China", "article": article.pk}
    assert client.post(SUGGEST, asked).status_code == 404
    assert client.post(SUGGEST, {**asked, "article": article.pk + 999}).status_code == 404
    assert "China" in client.post(SUGGEST, {"title": "China", "article": ""}).content.decode()
    Article.objects.filter(pk=article.pk).update(created_by=author)
    assert client.post(SUGGEST, asked).status_code == 200
    Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    assert client.post(SUGGEST, asked).status_code == 403


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "x", "٣"])
def test_a_number_that_is_no_id_is_no_article_and_no_keyword(
    at_desk: Client, article: Article, number: str
) -> None:
    assert at_desk.post(SUGGEST, {"title": "China", "article": number}).status_code == 404
    page = at_desk.post(FORM.format(article.pk), posted(article, suggested=[number]))
    assert page.status_code == 302
