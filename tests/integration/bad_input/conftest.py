"""An editor at the desk, and what the form of an article posts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.writing.models import Article
from tests.newsroom import an_editor

Posted = Callable[..., HttpResponse]


@pytest.fixture
def at_desk(client: Client, db: None) -> Client:
    client.force_login(an_editor())
    return client


@pytest.fixture
def save(at_desk: Client) -> Posted:
    """Saves the form of an article with some fields changed, as a browser posts it."""

    def save_(article: Article, **changed: Any) -> Any:
        inlines = {
            f"{prefix}-{name}": "0"
            for prefix in ("contributions", "keyword_rows")
            for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        }
        names = ("title", "standfirst", "body", "language", "slug", "version")
        fields = {name: getattr(article, name) for name in names}
        address = f"/admin/articles/article/{article.pk}/change/"
        return at_desk.post(address, {**inlines, **fields, "_continue": "Save", **changed})

    return save_
