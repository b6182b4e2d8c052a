"""A source revises what we print: those who own the articles get one mail, and a feed tells everybody else."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import feedparser
import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.desk.models import Preference
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from tests.newsroom import (
    FEBRUARY,
    MARCH,
    a_release,
    a_series,
    an_article,
    figure,
    published,
    somebody,
    stated,
)

pytestmark = pytest.mark.django_db
MARCH_10 = date(2025, 3, 10)
type Recorded = Callable[..., None]


@pytest.fixture
def owner() -> User:
    return somebody("Editor")


@pytest.fixture
def articles(owner: User) -> list[Article]:
    """Two articles of one editor, of two figures each."""
    cars = a_series("CARS")
    stated(cars, "2023", "9.021")
    stated(cars, "2024", "9.443")
    both = (
        f"<p>{figure('9.44 million', 'CARS.CHN.A.STAT:2024')} cars after "
        f"{figure('9.02 million', 'CARS.CHN.A.STAT:2023')}.</p>"
    )
    made = [
        an_article(both, title=title, slug=title.lower(), created_by=owner, assigned_to=owner)
        for title in ("Cars", "Wheels")
    ]
    for each in made:
        published(each)
    return made


@pytest.fixture
def recorded(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Recorded:
    """Record what the source states on 10 March, all at once, and let the transaction end."""

    def record(**values: str) -> None:
        cars = a_series("CARS")
        release = a_release(cars.source, MARCH_10)
        vintages = [
            Vintage(
                observation=Observation.objects.get(series=cars, period=period.removeprefix("in_")),
                release=release,
                value=Decimal(value),
                unit_mult=6,
                decimals=3,
                stated_on=MARCH_10,
                change_kind="revision",
            )
            for period, value in values.items()
        ]
        with django_capture_on_commit_callbacks(execute=True):
            record_vintages(vintages, at=MARCH)

    return record


def test_one_mail_a_person_however_many_figures_and_articles(
    articles: list[Article], owner: User, recorded: Recorded
) -> None:
    recorded(in_2024="9.5", in_2023="9.1")
    (sent,) = mail.outbox
    assert sent.to == [owner.email]
    assert sent.subject == "4 figures in your articles are no longer true"
    assert "Cars" in sent.body
    assert "Wheels" in sent.body
    assert "we print 9.44 million; STAT states 9.5 million since 2025-03-10" in sent.body
    assert "/admin/" in sent.body


def test_what_stays_true_when_rounded_is_no_news(articles: list[Article], recorded: Recorded) -> None:
    recorded(in_2024="9.441")
    assert mail.outbox == []


def test_the_same_revision_is_told_once(articles: list[Article], recorded: Recorded) -> None:
    recorded(in_2024="9.5")
    recorded(in_2023="9.0211")
    assert len(mail.outbox) == 1


def test_a_figure_that_readers_no_longer_have_is_no_news(articles: list[Article], recorded: Recorded) -> None:
    for each in articles:
        withdraw(each, by=None, at=FEBRUARY, reason="Permission was taken back.")
    recorded(in_2024="9.5")
    assert mail.outbox == []


def test_who_left_or_may_not_see_it_is_not_told(
    articles: list[Article], owner: User, recorded: Recorded
) -> None:
    owner.is_active = False
    owner.save()
    recorded(in_2024="9.5")
    assert mail.outbox == []


def test_the_mail_speaks_the_language_of_the_person(
    articles: list[Article], owner: User, recorded: Recorded
) -> None:
    Preference.objects.update_or_create(person=owner, defaults={"language": "zh-hans"})
    recorded(in_2024="9.5")
    with translation.override("zh-hans"):
        one, several = (
            "%(n)d figure in your articles is no longer true",
            "%(n)d figures in your articles are no longer true",
        )
        assert mail.outbox[0].subject == ngettext(one, several, 2) % {"n": 2}


def test_the_feed_of_revised_figures(client: Client, articles: list[Article], recorded: Recorded) -> None:
    assert client.get("/corrections/revised.json").json()["items"] == []
    recorded(in_2024="9.5")
    read: Any = feedparser.parse(client.get("/corrections/revised.atom").content)
    assert not read.bozo
    assert len(read.entries) == 2
    entry = read.entries[0]
    assert "printed as 9.44 million, since revised to 9.5 million" in entry.title
    assert entry.link.startswith("http://testserver/articles/")
    assert datetime.fromisoformat(entry.updated).astimezone(UTC).date() in {MARCH_10, date(2025, 3, 9)}
    assert client.get("/corrections/revised.json?as_of=2025-02-01").json()["items"] == []
    assert "revised.atom" in client.get("/corrections/").content.decode()
