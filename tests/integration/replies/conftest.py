"""An article that takes replies, and its form as a visitor fills it in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editions.models import Edition
from tests.newsroom import an_article, published


@pytest.fixture
def steel() -> Edition:
    return published(an_article(slug="steel", title="Steel"), at=timezone.now() - timedelta(days=1))
