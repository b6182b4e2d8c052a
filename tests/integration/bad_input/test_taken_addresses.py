"""An address that an old redirect holds already: told before anything is public, and the redirect stays."""

import pytest
from django.test import Client

from articles.editions.models import Edition
from articles.writing.models import Article
from tests.integration.bad_input.conftest import Posted
from tests.newsroom import FEBRUARY, an_article, published

pytestmark = pytest.mark.django_db

TAKEN = "The address “steel” belongs to another article. Choose another one."


def moved() -> Article:
    """Published as `steel`, then as `steel-2025`: the first address leads to the second."""
    article = an_article(slug="steel", title="Of steel")
    published(article)
    article.slug = "steel-2025"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Another address.")
    return article


def test_a_draft_may_want_it_and_is_told(save: Posted, at_desk: Client) -> None:
    moved()
    other = an_article("<p>Mine.</p>", slug="other")
    assert save(other, slug="steel").status_code == 302
    page = at_desk.get(f"/admin/articles/article/{other.pk}/change/").content.decode()
    assert TAKEN in page
    assert "Mine." in page


def test_it_is_not_published_there_and_readers_are_still_led_on(save: Posted, at_desk: Client) -> None:
    moved()
    other = an_article("<p>Mine.</p>", slug="other")
    save(other, slug="steel")
    page = at_desk.post(f"/admin/articles/article/{other.pk}/publish/", {"confirm_warnings": "on"})
    assert TAKEN in page.content.decode()
    assert not Edition.objects.filter(article=other).exists()
    assert at_desk.get("/articles/steel/")["Location"] == "/articles/steel-2025/"


def test_the_article_itself_may_take_its_old_address_back() -> None:
    article = moved()
    article.slug = "steel"
    article.save()
    last = published(article, at=FEBRUARY, kind="update", note="Back to the old address.")
    assert last.get_absolute_url() == "/articles/steel/"


def test_an_address_of_a_draft_is_told_in_the_form(save: Posted) -> None:
    an_article(slug="steel")
    page = save(an_article(slug="other"), slug="steel", title="Kept title")
    assert page.status_code == 200
    assert "Article with this Address already exists." in page.content.decode()
    assert "Kept title" in page.content.decode()
