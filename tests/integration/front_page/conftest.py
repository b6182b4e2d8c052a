"""A newsroom with four public articles and a figure."""

from datetime import date, datetime, time, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.writing.models import Article
from indicators.models import Observation
from tests.newsroom import a_series, an_article, published, somebody, stated

NOON = timezone.make_aware(datetime.combine(timezone.localdate(), time(12)))


@pytest.fixture
def editor(db: None) -> User:
    return somebody("Editor")


@pytest.fixture
def news(db: None) -> dict[str, Article]:
    """By title, the last one the newest."""
    made = {}
    for n, title in enumerate(("Steel", "Glass", "Cotton", "Wheat")):
        made[title] = an_article(title=title, slug=title.lower(), standfirst=f"About {title.lower()}.")
        published(made[title], at=NOON - timedelta(days=30 - n))
    return made


@pytest.fixture
def cars(db: None) -> Observation:
    stated(a_series("CARS"), "2024", "9.443", on=date(2025, 1, 10))
    found: Observation = Observation.objects.get()
    return found
