"""Byline and keywords are rows of the article: who may write in it may write them, and nobody else."""

import pytest
from django.test import Client

from tests.newsroom import an_article, somebody


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["Author", "Editor", "Administrator"])
def test_who_may_write_in_an_article_may_write_its_byline(client: Client, role: str) -> None:
    person = somebody(role)
    article = an_article(created_by=person)
    client.force_login(person)
    for address in ("/admin/articles/article/add/", f"/admin/articles/article/{article.pk}/change/"):
        page = client.get(address).content.decode()
        assert 'name="contributions-TOTAL_FORMS"' in page, address
        assert 'contributions-__prefix__-agent"' in page, address


@pytest.mark.django_db
def test_rows_of_a_foreign_article_are_not_offered(client: Client) -> None:
    article = an_article()
    client.force_login(somebody("Author"))
    page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "contributions-" not in page
