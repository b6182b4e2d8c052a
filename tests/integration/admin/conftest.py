"""A newsroom with the seed article and two people: one may publish, one may only write."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from articles.writing.models import Article
from tests.seed import load_the_seed


@pytest.fixture
def article(db: None) -> Article:
    load_the_seed()
    return Article.objects.get(slug="new-quality-productive-forces")


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create_superuser("editor")


@pytest.fixture
def writer(db: None) -> User:
    person = User.objects.create_user("writer", is_staff=True)
    names = [
        "view_article",
        "add_article",
        "change_article",
        "delete_article",
        "edit_any_article",
        "view_publication",
    ]
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    return person


@pytest.fixture
def at_desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client
