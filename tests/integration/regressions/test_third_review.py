"""What a review of the reader's site, intake and declared errors found."""

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from articles.citations.models import Agent, Publication
from articles.front_page.verbs import Chosen, compose
from articles.intake.deciding import key_of
from articles.intake.formats import read_words
from articles.intake.models import Clipping
from articles.intake.newcomers import _source_of
from articles.intake.receiving import receive_clipping
from articles.intake.taking import decide
from articles.reading.finished import Finished, Shelf
from articles.workflow.actions import withdraw
from indicators.catalogue.models import Source
from indicators.upstream_errors.declaring import record_reply
from tests.integration.upstream_errors.builders import declared, the_statement
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    MARCH,
    a_series,
    an_article,
    published,
    somebody,
    stated,
)

pytestmark = pytest.mark.django_db
WORDS = "A good year\n\nThe country made 9.5 million units in 2024."


def the_key_of(person: Any) -> str:
    out = StringIO()
    call_command("api_key", person.username, stdout=out)
    return out.getvalue().strip()


def asked(key: str, clipping: Clipping, body: Any) -> int:
    answer = Client().patch(
        f"/api/v1/clippings/{clipping.pk}/",
        json.dumps(body),
        content_type="application/json",
        headers={"authorization": f"Bearer {key}"},
    )
    return answer.status_code


@pytest.fixture
def clipping() -> Clipping:
    stated(a_series(), "2024", "9.5")
    return receive_clipping(read_words(WORDS), name="", by=None, at=JANUARY)


def test_a_key_ends_with_the_right_to_sign_in_to_the_admin(clipping: Clipping) -> None:
    person = somebody("Editor")
    key = the_key_of(person)
    assert asked(key, clipping, {}) == 200
    person.is_staff = False
    person.save()
    assert asked(key, clipping, {}) == 401
    with pytest.raises(CommandError):
        the_key_of(person)


@pytest.mark.parametrize(
    "path",
    [
        "/archive/99999999999/01/",
        "/archive/2024/99999999999/",
        "/archive/02024/feed.atom",
        f"/archive/{'1' * 5000}/feed.atom",
    ],
)
def test_no_year_is_so_long(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_feeds_tell_of_nobody_who_has_nothing_public(client: Client) -> None:
    agent = Agent.objects.create(slug="somebody", name="Somebody")
    paper = Publication.objects.create(slug="daily", title="The Daily")
    article = an_article(publication=paper)
    article.contributions.create(agent=agent)
    feeds = ("/authors/somebody/feed.atom", "/publications/daily/feed.json")
    assert [client.get(feed).status_code for feed in feeds] == [404, 404]
    published(article)
    assert [client.get(feed).status_code for feed in feeds] == [200, 200]
    withdraw(article, by=None, at=FEBRUARY, reason="A mistake.")
    assert [client.get(feed).status_code for feed in feeds] == [404, 404]


@pytest.mark.parametrize(
    "decision",
    [
        {"verb": "reject", "reason": "\x00"},
        {"verb": "new", "subject": "\x00", "area": "\x00", "period": "2024\x00"},
    ],
)
def test_characters_that_no_database_keeps_are_left_out_of_decisions(
    clipping: Clipping, decision: dict[str, str]
) -> None:
    key, place = the_key_of(somebody("Editor")), key_of(clipping.figures[0])
    assert asked(key, clipping, {"decisions": {place: decision}}) == 200
    clipping.refresh_from_db()
    assert "\x00" not in json.dumps(clipping.decisions)


def test_what_cannot_be_a_verb_or_an_observation_is_refused(clipping: Clipping) -> None:
    key, place = the_key_of(somebody("Editor")), key_of(clipping.figures[0])
    verbs: tuple[object, ...] = ([], {}, None, 1)
    for verb in verbs:
        assert asked(key, clipping, {"decisions": {place: {"verb": verb}}}) == 400
    unknown = {"verb": "accept", "reference": "A\x00:2023"}
    assert asked(key, clipping, {"decisions": {place: unknown}}) == 409


def test_two_who_decide_at_once_lose_nothing(clipping: Clipping) -> None:
    clipping.figures = [clipping.figures[0], {**clipping.figures[0], "start": 1, "end": 2}]
    clipping.save()
    mine = Clipping.objects.get(pk=clipping.pk)
    first, second = (key_of(figure) for figure in clipping.figures)
    decide(clipping, {first: {"verb": "reject", "reason": "A list price"}}, {"title": "Mended"}, beneath={})
    decide(mine, {second: {"verb": "reject", "reason": "An age"}}, beneath={})
    kept = Clipping.objects.get(pk=clipping.pk)
    assert (set(kept.decisions), kept.fields["title"]) == ({first, second}, "Mended")


def test_every_publication_is_a_source_of_its_own() -> None:
    papers = [
        Publication.objects.create(slug=slug, title=title)
        for slug, title in (
            ("renmin", "人民日报"),
            ("xinhua", "新华社"),
            ("international-journal-of-a", "International Journal of A"),
            ("international-journal-of-b", "International Journal of B"),
        )
    ]
    sources = [_source_of(paper) for paper in papers]
    assert len({source.pk for source in sources}) == len({source.code for source in sources}) == 4
    Source.objects.create(slug="recorder", code="BR", name="Recorder")
    assert _source_of(Publication.objects.create(slug="recorder", title="Recorder")).code == "BR"


def test_a_confirmation_keeps_its_day() -> None:
    error = declared(the_statement(), at=FEBRUARY)
    record_reply(error, reply="You are right.", confirms=True, by=None, at=FEBRUARY)
    again = record_reply(error, reply="It will be in the next release.", confirms=False, by=None, at=MARCH)
    assert again.confirmed_on == FEBRUARY.date()


def test_nothing_is_declared_of_a_statement_without_a_value() -> None:
    series = a_series()
    stated(series, "2024", "9.5")
    gone = stated(series, "2024", None, date(2025, 2, 1), at=FEBRUARY, change_kind="withdrawal")
    with pytest.raises(ValidationError, match="states no value"):
        declared(gone, at=MARCH)


def test_a_chosen_figure_leaves_the_front_page_when_its_source_takes_it_back(client: Client) -> None:
    series = a_series()
    vintage = stated(series, "2024", "9.512")
    compose("en", Chosen(figures=(vintage.observation_id,)), by=None, at=JANUARY)
    assert "9.512" in client.get("/").content.decode()
    stated(series, "2024", None, date(2025, 2, 1), at=FEBRUARY, change_kind="withdrawal")
    assert "9.512" not in client.get("/").content.decode()


def test_a_shelf_counts_addresses_and_headers_too() -> None:
    shelf = Shelf()
    page = Finished(("",), JANUARY, MARCH, "", (), b"x")  # type: ignore[arg-type]
    for number in range(10_000):
        shelf.keep(("/feed.atom", f"x={number:0200}"), page)
    assert len(shelf._pages) < 4_000
