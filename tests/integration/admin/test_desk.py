"""The desk: what waits, in a fixed number of queries."""

from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.writing.models import Article


def test_figures_that_stopped_being_true_come_first(
    at_desk: Client, article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        page = at_desk.get("/admin/").content.decode()
    assert "Figures that stopped being true" in page
    assert "2 figures in published articles" in page
    assert "3,335.71 billion" in page
    assert page.index("Figures that stopped being true") < page.index("In progress")


def test_my_drafts_are_mine(at_desk: Client, editor: User, article: Article) -> None:
    Article.objects.create(slug="mine", title="My draft", created_by=editor)
    Article.objects.create(slug="other", title="Somebody else’s draft")
    page = at_desk.get("/admin/").content.decode()
    assert "My draft" in page
    assert "Somebody else’s draft" not in page


def test_somebody_without_articles_gets_the_list_of_apps(client: Client, article: Article) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    page = client.get("/admin/").content.decode()
    assert "Figures that stopped being true" not in page
