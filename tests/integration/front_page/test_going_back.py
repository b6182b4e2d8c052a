"""Going back to what stood on the front page once: one verb, one row of the log, and nobody is overwritten."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.front_page.models import FrontPage, FrontPageEvent
from articles.front_page.verbs import Chosen, chosen_in, compose, newest_of, restore
from articles.models import Article
from articles.workflow.actions import withdraw
from indicators.models import Observation
from tests.integration.front_page.conftest import NOON
from tests.newsroom import somebody

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
PAGE = "/admin/articles/frontpage/"
News = dict[str, Article]


@pytest.fixture(autouse=True)
def it_is_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON)


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def put(chosen: Chosen, by: User, hours_ago: int, **more: Any) -> FrontPage:
    return compose("en", chosen, by=by, at=NOON - hours_ago * HOUR, seen=newest_of("en"), **more)


def back_to(former: FrontPage, by: User) -> FrontPage:
    return restore(former, by=by, at=NOON, seen=newest_of("en"))


def test_a_composition_is_taken_back(news: News, editor: User, cars: Observation) -> None:
    good = Chosen(news["Glass"].pk, (news["Steel"].pk, news["Cotton"].pk), (cars.pk,))
    former = put(good, editor, 3)
    put(Chosen(news["Cotton"].pk), editor, 1)
    made = back_to(former, editor)
    assert chosen_in(made) == good
    assert FrontPage.objects.of("en").in_force(NOON).first() == made
    assert (made.starts_at, made.ends_at, made.composed_by) == (NOON, None, editor)
    event = FrontPageEvent.objects.get(front_page=made)
    assert (event.verb, event.by, event.at, event.detail["again"]) == ("compose", editor, NOON, former.pk)


def test_so_is_going_back_and_what_composed_itself_does_again(news: News, editor: User) -> None:
    itself = put(Chosen(), editor, 3)
    glass = put(Chosen(news["Glass"].pk), editor, 2)
    back_to(itself, editor)
    assert chosen_in(back_to(glass, editor)).lead == news["Glass"].pk


def test_one_that_stood_for_a_while_stands_until_the_page_is_composed_anew(news: News, editor: User) -> None:
    ended = put(Chosen(news["Glass"].pk), editor, 3, ends_at=NOON - 2 * HOUR)
    assert back_to(ended, editor).ends_at is None


def test_what_readers_do_not_have_any_more_is_left_out(news: News, editor: User, desk: Client) -> None:
    former = put(Chosen(news["Glass"].pk, (news["Steel"].pk, news["Wheat"].pk)), editor, 3)
    put(Chosen(), editor, 2)
    for gone in ("Glass", "Steel"):
        withdraw(news[gone], by=None, at=NOON - HOUR, reason="Wrong.")
    sent = {"seen": str(newest_of("en"))}
    told = desk.post(f"{PAGE}{former.pk}/restore/", sent, follow=True).content.decode()
    assert "2 articles are left out: readers do not have them any more." in told
    made = FrontPage.objects.of("en").latest("pk")
    assert chosen_in(made) == Chosen(None, (news["Wheat"].pk,))


def test_who_goes_back_after_somebody_else_has_composed_is_told(news: News, editor: User) -> None:
    former = put(Chosen(news["Glass"].pk), editor, 3)
    seen = put(Chosen(news["Steel"].pk), editor, 2).pk
    put(Chosen(news["Wheat"].pk), somebody("Editor", "second"), 1)
    with pytest.raises(ValidationError, match="Somebody else") as refused:
        restore(former, by=editor, at=NOON, seen=seen)
    assert refused.value.code == "stale"
    assert FrontPage.objects.count() == FrontPageEvent.objects.count() == 3


def test_only_what_stood_there_and_does_not_now_is_gone_back_to(news: News, editor: User) -> None:
    now = put(Chosen(news["Glass"].pk), editor, 1)
    coming = put(Chosen(news["Steel"].pk), editor, 0, starts_at=NOON + HOUR)
    for each, code in ((now, "in-force"), (coming, "never-stood")):
        with pytest.raises(ValidationError) as refused:
            back_to(each, editor)
        assert refused.value.code == code


def test_the_page_tells_what_stood_before_and_by_whom(
    news: News, editor: User, desk: Client, cars: Observation
) -> None:
    put(Chosen(), editor, 4)
    put(Chosen(picks=(news["Steel"].pk,)), editor, 3)
    put(Chosen(news["Glass"].pk, (news["Steel"].pk, news["Wheat"].pk), (cars.pk,)), editor, 2)
    put(Chosen(news["Cotton"].pk), editor, 1)
    compose("ur", Chosen(news["Wheat"].pk), by=editor, at=NOON)
    put(Chosen(), editor, 0, starts_at=NOON + HOUR)
    before = desk.get(PAGE).content.decode().partition('id="h-former"')[2]
    rows = [" ".join(row.split()) for row in before.split("<li>")[1:]]
    assert len(rows) == 3
    when = f"{timezone.localtime(NOON - 2 * HOUR):%Y-%m-%d %H:%M}"
    assert ">Glass</b><p>2 picks · 1 figure · " in rows[0]
    assert f"From {when}, composed by {editor}" in rows[0]
    assert "The newest article led it</b><p>1 pick · From" in rows[1]
    assert "The page composed itself</b><p>From" in rows[2]


def test_the_button_brings_it_back_and_the_log_says_so(news: News, editor: User, desk: Client) -> None:
    former = put(Chosen(news["Glass"].pk), editor, 2)
    put(Chosen(news["Cotton"].pk), editor, 1)
    there = f"{PAGE}{former.pk}/restore/"
    assert desk.get(there).status_code == 405
    seen = {"seen": str(newest_of("en"))}
    looked_at = desk.post(there, {**seen, "do": "preview"})
    assert "Glass" in looked_at.content.decode().partition("<h1>")[2].partition("</h1>")[0]
    assert newest_of("en") == int(seen["seen"])
    told = desk.post(there, {**seen, "do": "restore"}, follow=True).content.decode()
    when = f"{timezone.localtime(former.starts_at):%Y-%m-%d %H:%M}"
    assert f"The front page of {when} is back." in told
    assert "Glass" in Client().get("/").content.decode().partition("<h1>")[2].partition("</h1>")[0]
    assert "a former one again" in desk.get(reverse("admin:articles_audit_log")).content.decode()
    twice = desk.post(there, {**seen, "do": "restore"}, follow=True).content.decode()
    assert "Somebody else has composed the front page meanwhile" in twice


def test_a_long_past_costs_as_much_as_a_short_one(
    news: News, editor: User, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(60):
        put(Chosen(news["Glass"].pk if n % 2 else news["Steel"].pk), editor, 100 - n)
    desk.get(PAGE)
    with django_assert_max_num_queries(20):
        text = desk.get(PAGE).content.decode()
    assert text.count("/restore/") == 20
